using FranceTravail.Parcours.Engine.Runs;
using FranceTravail.Parcours.Engine.Runs.Schedules;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Schedule.V1;
using Timestamp = Google.Protobuf.WellKnownTypes.Timestamp;

namespace FranceTravail.Parcours.Engine.Protocol.Schedules;

/// <summary>What a schedule has done and will do, as descriptions and lists show it.</summary>
internal static class ScheduleViews
{
    private const int FutureTimes = 10;

    /// <summary>Actions and times that a list shows, and parts of the specification.</summary>
    private const int InList = 5;
    private const int SpecInList = 10;

    public static ScheduleInfo Info(Run run, DateTimeOffset now)
    {
        var s = run.State.Schedule!;
        return new ScheduleInfo
        {
            ActionCount = s.ActionCount,
            MissedCatchupWindow = s.MissedCatchupWindow,
            OverlapSkipped = s.OverlapSkipped,
            BufferDropped = s.BufferDropped,
            BufferSize = s.Buffer.Count,
            RunningWorkflows = { s.Running.Select(Execution) },
            RecentActions = { s.Recent.Select(Result) },
            FutureActionTimes = { Future(run, now, FutureTimes) },
            CreateTime = s.CreateTime.ToTimestamp(),
            UpdateTime = s.UpdateTime?.ToTimestamp(),
        };
    }

    public static ScheduleListInfo ListInfo(Run run, DateTimeOffset now)
    {
        var s = run.State.Schedule!;
        var spec = s.Spec.Clone();
        Cut(spec.StructuredCalendar);
        Cut(spec.ExcludeStructuredCalendar);
        Cut(spec.Interval);
        return new ScheduleListInfo
        {
            Spec = spec,
            WorkflowType = s.Action.StartWorkflow?.WorkflowType,
            Notes = s.State.Notes,
            Paused = s.State.Paused,
            RecentActions = { s.Recent.TakeLast(InList).Select(Result) },
            FutureActionTimes = { Future(run, now, InList) },
        };
    }

    /// <summary>The next times, also of a schedule that is paused, but no more than it has actions left.</summary>
    private static IEnumerable<Timestamp> Future(Run run, DateTimeOffset now, int most)
    {
        var s = run.State.Schedule!;
        var count = s.State.LimitedActions ? (int)Math.Clamp(s.State.RemainingActions, 0, most) : most;
        return ScheduleTurn.Times(run.Key, s).AllAfter(s.MayAct || s.Cursor > now ? s.Cursor : now).Take(count).Select(t => t.Actual.ToTimestamp());
    }

    private static void Cut<T>(Google.Protobuf.Collections.RepeatedField<T> parts)
    {
        while (parts.Count > SpecInList)
        {
            parts.RemoveAt(parts.Count - 1);
        }
    }

    private static WorkflowExecution Execution(StartedRun run) => new() { WorkflowId = run.WorkflowId, RunId = run.RunId };

    private static ScheduleActionResult Result(ActionTaken action) => new()
    {
        ScheduleTime = action.Due.ToTimestamp(),
        ActualTime = action.Taken.ToTimestamp(),
        StartWorkflowResult = Execution(action.Run),
        StartWorkflowStatus = action.Status,
    };
}
