namespace FranceTravail.Parcours.Activities.Dossiers;

/// <summary>Main allowance of a person.</summary>
public enum Allocation
{
    Aucune,
    Rsa,
    Are,
    Ass,
    Aah,
}
