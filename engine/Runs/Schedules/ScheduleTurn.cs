using FranceTravail.Parcours.Engine.Runs.Schedules.Spec;
using FranceTravail.Parcours.Engine.Attributes;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;

namespace FranceTravail.Parcours.Engine.Runs.Schedules;

/// <summary>
/// What a schedule does whenever something happens to it: takes the times that have come, then the change that is asked for, then a
/// part of its backfills; starts what may start; and says when it is to be looked at again.
/// </summary>
internal static class ScheduleTurn
{
    /// <summary>What is too much for one turn goes on after this, so that others are served in between.</summary>
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(10);

    /// <summary>The same between parts of a backfill that nothing holds back.</summary>
    private static readonly TimeSpan BackfillPace = TimeSpan.FromMilliseconds(100);

    /// <summary>The times of a schedule; its name spreads the jitter.</summary>
    public static SpecTimes Times(RunKey key, Schedule schedule) => new(schedule.Spec, $"{key.Namespace}/{key.WorkflowId}");

    public static void Make(Transition t, Func<Schedule, Schedule>? change = null)
    {
        var schedule = DueTimes.Take(t.State.Schedule!, Times(t.Key, t.State.Schedule!), t.Now);
        schedule = change?.Invoke(schedule) ?? schedule;
        var times = Times(t.Key, schedule);
        schedule = BackfilledTimes.Take(schedule, times);
        schedule = StartBuffer.Serve(schedule, t.Effects);
        Keep(t, schedule with { WakeAt = Next(schedule, times, t.Now) });
    }

    private static DateTimeOffset? Next(Schedule schedule, SpecTimes times, DateTimeOffset now)
    {
        var next = schedule.MayAct ? times.After(schedule.Cursor)?.Actual : null;
        next = next <= now ? now + Breath : next;
        return BackfillGoesOn(schedule) ? Runs.Times.Earlier(next, now + BackfillPace) : next;
    }

    /// <summary>A backfill whose starts wait for others to close goes on when those close.</summary>
    private static bool BackfillGoesOn(Schedule schedule) =>
        schedule.Backfills is [var first, ..] && (!schedule.IsRunning || schedule.Resolve(first.Overlap) == ScheduleOverlapPolicy.AllowAll);

    /// <summary>Keeps the new state, and what queries know of it.</summary>
    private static void Keep(Transition t, Schedule schedule)
    {
        var paused = SearchAttributePayload.OfJson(schedule.State.Paused);
        t.State = t.State with { Schedule = schedule };
        if (t.State.SearchAttributes?.IndexedFields.TryGetValue(ScheduleNames.PausedAttribute, out var known) != true || known!.Data != paused.Data)
        {
            var typed = t.Catalog.Typed(t.Key.Namespace, new SearchAttributes { IndexedFields = { { ScheduleNames.PausedAttribute, paused } } });
            t.State = t.State with { SearchAttributes = SearchAttributeNormalization.Merge(t.State.SearchAttributes, typed!) };
            t.VisibilityChanged = true;
        }
    }
}
