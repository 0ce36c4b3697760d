namespace FranceTravail.Parcours.Workflows.Parcours.Etats;

/// <summary>Where the law and the services look for the person: who is competent, which calendar counts, who can be named.</summary>
/// <param name="Commune">INSEE code.</param>
/// <param name="Territoire">Code of the territory that accompanies her there.</param>
public sealed record LieuDeVie(string Commune, string Territoire);
