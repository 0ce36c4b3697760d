namespace FranceTravail.Parcours.Workflows.Droit.Sanctions;

/// <summary>The rank of a breach, and why: a French sentence and its articles, none where it is a practice.</summary>
public sealed record ExamenRang(RangManquement Rang, string Raison, IReadOnlyList<Article> Articles);
