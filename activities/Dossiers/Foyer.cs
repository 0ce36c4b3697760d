namespace FranceTravail.Parcours.Activities.Dossiers;

/// <summary>Household of a person, as far as a rule needs it (Code du travail, R. 5312-42 forbids any other use).</summary>
public sealed class Foyer
{
    /// <summary>Persons of the household, the person herself included: at least 1.</summary>
    public int Personnes { get; set; } = 1;

    public int EnfantsDeMoinsDe12Ans { get; set; }

    public bool ParentIsole { get; set; }
}
