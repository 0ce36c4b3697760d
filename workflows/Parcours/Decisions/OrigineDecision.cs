namespace FranceTravail.Parcours.Workflows.Parcours.Decisions;

/// <summary>Under what a decision was taken.</summary>
/// <param name="Code">Version of the program.</param>
/// <param name="Modele">Template, version and the first characters of its fingerprint.</param>
/// <param name="Droit">Versions of the law by which it judged: of the day of the decision, and of the days of the facts.</param>
public sealed record OrigineDecision(string Code, string Modele, string Droit);
