namespace FranceTravail.Parcours.Engine.Visibility.Queries;

/// <summary>Rows of the index of values.</summary>
/// <param name="Sql">The condition on them.</param>
/// <param name="AreInOrder">They are of one value, and so in the order of lists.</param>
/// <param name="AreAll">They are the whole of the query: what they find needs no further look.</param>
/// <param name="AreOnce">A run is among them once at most.</param>
internal sealed record VisibilityCandidates(string Sql, bool AreInOrder, bool AreAll, bool AreOnce);
