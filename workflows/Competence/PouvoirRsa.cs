namespace FranceTravail.Parcours.Workflows.Competence;

/// <summary>Who holds the powers over RSA recipients in a place; the rest of the country has its departmental executive for both.</summary>
/// <param name="Ressort">Where.</param>
/// <param name="Periode">When.</param>
/// <param name="Orientation">Who orients; null for the departmental executive of the place.</param>
/// <param name="Sanction">Who sanctions; null for the departmental executive of the place.</param>
/// <param name="Article">Where it is written; null where nothing was read.</param>
public sealed record PouvoirRsa(Ressort Ressort, Periode Periode, Decideur? Orientation, Decideur? Sanction, Droit.Article? Article)
{
    /// <summary>Why the orienting authority is not known here, a French sentence; null where it is.</summary>
    public string? OrientationInconnue { get; init; }

    /// <summary>Why the sanctioning authority is not known here, a French sentence; null where it is.</summary>
    public string? SanctionInconnue { get; init; }
}
