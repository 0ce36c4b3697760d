namespace FranceTravail.Parcours.Workflows.Dossiers;

public enum StatutSemaine
{
    ADeclarer,
    Declaree,
    Validee,

    /// <summary>Closed without a declaration: a fact, nothing more.</summary>
    NonDeclaree,
}
