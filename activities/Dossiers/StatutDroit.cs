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

/// <summary>What a status says.</summary>
public static class StatutsDroit
{
    /// <summary>There is none: refused, or at its end.</summary>
    public static bool EstFerme(this StatutDroit? statut) => statut is StatutDroit.Refuse or StatutDroit.Clos;

    /// <summary>The right is open, paid or not.</summary>
    public static bool EstOuvert(this StatutDroit? statut) => statut is StatutDroit.OuvertVersable or StatutDroit.OuvertSuspendu or StatutDroit.VersementSuspendu;
}
