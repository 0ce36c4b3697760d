using Temporalio.Api.Enums.V1;

namespace FranceTravail.Parcours.Engine.Runs.Schedules;

/// <summary>A start that is due and waits for its turn.</summary>
/// <param name="Nominal">The time it is for.</param>
/// <param name="Actual">When it was due.</param>
/// <param name="Overlap">Its overlap policy; unspecified for the schedule's own, whatever that is when its turn comes.</param>
/// <param name="Manual">A trigger or backfill: started although the schedule is paused or out of actions.</param>
internal sealed record BufferedStart(DateTimeOffset Nominal, DateTimeOffset Actual, ScheduleOverlapPolicy Overlap, bool Manual);
