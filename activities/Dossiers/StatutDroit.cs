namespace FranceTravail.Parcours.Activities.Dossiers;

/// <summary>Status of a right at the CAF.</summary>
public enum StatutDroit
{
    OuvertVersable,
    OuvertSuspendu,
    VersementSuspendu,
    Refuse,
    Clos,
    DemandeEnAttente,
}
