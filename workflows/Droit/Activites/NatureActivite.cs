namespace FranceTravail.Parcours.Workflows.Droit.Activites;

/// <summary>A kind of activity.</summary>
/// <param name="Code">Its code in contracts and declarations.</param>
/// <param name="Rang">Its number in the article.</param>
public sealed record NatureActivite(string Code, string Rang);
