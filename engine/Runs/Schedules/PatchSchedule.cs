using FranceTravail.Parcours.Engine.Refusals;
using Temporalio.Api.Schedule.V1;

namespace FranceTravail.Parcours.Engine.Runs.Schedules;

/// <summary>Triggers an action, orders backfills, pauses or unpauses.</summary>
/// <param name="Patch">What is asked for.</param>
/// <param name="RequestId">Makes a repetition have no second effect; may be empty.</param>
internal sealed record PatchSchedule(SchedulePatch Patch, string RequestId) : IRunInput<bool>
{
    public bool Apply(Transition t)
    {
        if (!t.State.Open)
        {
            throw Errors.WorkflowCompleted();
        }

        if (t.State.Schedule!.Requests.Contains(RequestId))
        {
            return false;
        }

        ScheduleTurn.Make(t, schedule => Change(schedule.WithRequest(RequestId), t.Now));
        return true;
    }

    private Schedule Change(Schedule schedule, DateTimeOffset now)
    {
        if (Patch.TriggerImmediately is { } trigger)
        {
            var time = trigger.ScheduledTime?.ToMoment() ?? now;
            schedule = schedule.With(new BufferedStart(time, time, trigger.OverlapPolicy, true));
        }

        foreach (var order in Patch.BackfillRequest)
        {
            schedule = schedule.Backfills.Count < Schedule.LargestBuffer
                ? schedule with { Backfills = schedule.Backfills.Add(Read(order)) }
                : schedule with { BufferDropped = schedule.BufferDropped + 1 };
        }

        schedule = Patch.Pause.Length > 0 ? schedule.With(state => (state.Paused, state.Notes) = (true, Patch.Pause)) : schedule;
        return Patch.Unpause.Length > 0 ? schedule.With(state => (state.Paused, state.Notes) = (false, Patch.Unpause)) : schedule;
    }

    /// <summary>The time that begins a backfill is one of its times, as the one that ends it is.</summary>
    private static Backfill Read(BackfillRequest order)
    {
        var start = order.StartTime?.ToMoment() ?? DateTimeOffset.UnixEpoch;
        return new Backfill(
            (start > DateTimeOffset.UnixEpoch ? start : DateTimeOffset.UnixEpoch).AddMilliseconds(-1), order.EndTime?.ToMoment() ?? DateTimeOffset.UnixEpoch, order.OverlapPolicy);
    }
}
