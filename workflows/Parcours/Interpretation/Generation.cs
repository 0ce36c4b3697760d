namespace FranceTravail.Parcours.Workflows.Parcours.Interpretation;

/// <summary>
/// A set of rules that changes what a run asks of the engine. A run keeps the one under which it began; the next, after a
/// review, takes the current one.
/// </summary>
internal enum Generation
{
    /// <summary>Projections were local activities; alarms came from the current step only.</summary>
    Premiere = 1,

    /// <summary>Projections are in the history before they are done; what is silent or down comes back to somebody.</summary>
    Courante = 2,
}
