using FranceTravail.Parcours.Engine.Runs;

namespace FranceTravail.Parcours.Engine.Storage;

/// <summary>A run, and when its earliest deadline is.</summary>
internal sealed record DueRun(RunKey Key, long Number, DateTimeOffset At);
