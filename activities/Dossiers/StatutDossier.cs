namespace FranceTravail.Parcours.Activities.Dossiers;

/// <summary>Life of a dossier.</summary>
public enum StatutDossier
{
    /// <summary>Written by the host; its workflow has not projected anything yet.</summary>
    AOuvrir,

    /// <summary>Carried by its workflow.</summary>
    Ouvert,

    /// <summary>The journey has ended.</summary>
    Clos,
}
