namespace FranceTravail.Parcours.Workflows.Parcours.Decisions;

/// <summary>Under what a decision was taken.</summary>
/// <param name="Code">Version of the program.</param>
/// <param name="Modele">Template, version and the first characters of its fingerprint.</param>
/// <param name="Droit">« les recours 2025-06-01 »: each topic of the law that it read, with the version of the day of its fact; empty when it read none.</param>
public sealed record OrigineDecision(string Code, string Modele, string Droit);
