using System.Diagnostics;
using FranceTravail.Parcours.Engine.Storage;

namespace FranceTravail.Parcours.Engine.Writing;

/// <summary>How well the engine does its work at the moment.</summary>
internal sealed class Condition(Writer writer, IStore store)
{
    /// <summary>A commit that takes longer holds everybody up.</summary>
    private static readonly TimeSpan Stuck = TimeSpan.FromSeconds(5);

    /// <summary>Why nothing that is acknowledged can be expected at the moment; null when it can. Queries may still be answered.</summary>
    public string? CannotWrite =>
        writer.IsFailing ? "the last commit failed"
        : writer.WritingSince is { } since && Stopwatch.GetElapsedTime(since) is var time && time > Stuck ? $"a commit is being written for {time.TotalSeconds:F0} s"
        : null;

    /// <summary>What is not as it should be, although the engine goes on; null when all is well.</summary>
    public string? Complaint => CannotWrite ?? store.Complaint;
}
