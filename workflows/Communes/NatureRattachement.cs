namespace FranceTravail.Parcours.Workflows.Communes;

/// <summary>Why a code is no commune of its own.</summary>
public enum NatureRattachement
{
    /// <summary>A municipal arrondissement of Paris, Lyon or Marseille.</summary>
    Arrondissement,

    /// <summary>A delegated commune of a new commune.</summary>
    Deleguee,

    /// <summary>An associated commune of an older merger.</summary>
    Associee,

    /// <summary>A code that no longer exists, its commune merged or numbered anew.</summary>
    Ancienne,

    /// <summary>A commune that became a collectivity of its own, with another code: Saint-Barthélemy, Saint-Martin.</summary>
    Collectivite,
}
