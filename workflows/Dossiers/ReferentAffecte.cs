namespace FranceTravail.Parcours.Workflows.Dossiers;

public sealed record ReferentAffecte(string? ConseillerId);
