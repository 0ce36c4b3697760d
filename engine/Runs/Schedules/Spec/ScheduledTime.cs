namespace FranceTravail.Parcours.Engine.Runs.Schedules.Spec;

/// <summary>A time of a specification.</summary>
/// <param name="Nominal">As it is specified.</param>
/// <param name="Actual">With jitter: when it is due.</param>
internal readonly record struct ScheduledTime(DateTimeOffset Nominal, DateTimeOffset Actual);
