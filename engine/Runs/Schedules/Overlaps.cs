using System.Collections.Immutable;
using Temporalio.Api.Enums.V1;

namespace FranceTravail.Parcours.Engine.Runs.Schedules;

/// <summary>What the overlap policies make of the starts that wait.</summary>
/// <param name="Beside">Those that start whatever runs.</param>
/// <param name="Alone">The one that starts because nothing runs, if one does.</param>
/// <param name="Kept">Those that go on waiting.</param>
/// <param name="Skipped">How many are given up.</param>
/// <param name="Cancels">What runs is asked to cancel.</param>
/// <param name="Terminates">What runs is terminated.</param>
internal sealed record Overlaps(ImmutableList<BufferedStart> Beside, BufferedStart? Alone, ImmutableList<BufferedStart> Kept, int Skipped, bool Cancels, bool Terminates)
{
    private static readonly Overlaps None = new([], null, [], 0, false, false);

    public static Overlaps Of(Schedule schedule)
    {
        var all = schedule.Buffer.Aggregate(None, (so, start) => so.Add(start, schedule.Resolve(start.Overlap), schedule.IsRunning));

        // What would start beside the others would be ended with them.
        return all.Cancels || all.Terminates ? all with { Beside = [] } : all;
    }

    private Overlaps Add(BufferedStart start, ScheduleOverlapPolicy policy, bool isRunning) => policy switch
    {
        ScheduleOverlapPolicy.AllowAll => this with { Beside = Beside.Add(start) },
        _ when !isRunning && Alone is null => this with { Alone = start },
        ScheduleOverlapPolicy.BufferOne when Kept.Count == 0 => this with { Kept = Kept.Add(start) },
        ScheduleOverlapPolicy.BufferAll => this with { Kept = Kept.Add(start) },
        ScheduleOverlapPolicy.CancelOther when isRunning => this with { Cancels = true, Kept = Kept.Add(start) },
        ScheduleOverlapPolicy.TerminateOther when isRunning => this with { Terminates = true, Kept = Kept.Add(start) },

        // The other has not started yet: it gives way without a trace.
        ScheduleOverlapPolicy.CancelOther or ScheduleOverlapPolicy.TerminateOther => this with { Alone = start },
        _ => this with { Skipped = Skipped + 1 },
    };
}
