namespace FranceTravail.Parcours.Engine;

/// <summary>What the verification of a database file found.</summary>
/// <param name="Runs">Runs that were read.</param>
/// <param name="Events">Events of their histories.</param>
/// <param name="Faults">What does not fit, each with the run that it is about, as far as it can be said.</param>
/// <param name="Places">Where each of them is, in the same order.</param>
public sealed record VerificationReport(long Runs, long Events, IReadOnlyList<string> Faults, IReadOnlyList<FaultPlace> Places)
{
    /// <summary>Gets a value indicating whether nothing was found.</summary>
    public bool IsWhole => Faults.Count == 0;
}
