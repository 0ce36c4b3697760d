using FranceTravail.Parcours.Engine.Runs.Chains;
using FranceTravail.Parcours.Engine.Runs.WorkflowTasks;
using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Command.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;
using Temporalio.Api.TaskQueue.V1;

namespace FranceTravail.Parcours.Engine.Runs.Activities;

/// <summary>The workflow schedules an activity.</summary>
internal static class ScheduleActivity
{
    private const WorkflowTaskFailedCause Bad = WorkflowTaskFailedCause.BadScheduleActivityAttributes;

    public static void CarryOut(Completion c, Command command)
    {
        var t = c.T;
        var a = command.ScheduleActivityTaskCommandAttributes;
        CommandTable.Require(a is not null, Bad, "ScheduleActivityTaskCommandAttributes is not set on ScheduleActivityTaskCommand.");
        Check(a!, t.Limits);
        c.RequireSize(a!.Input, Bad, "ScheduleActivityTaskCommandAttributes.Input");
        c.RequireRoom(t.State.Activities.Count, WorkflowTaskFailedCause.PendingActivitiesLimitExceeded, "pending activities");
        CommandTable.Require(
            t.State.Activities.Values.All(x => x.ActivityId != a.ActivityId),
            WorkflowTaskFailedCause.ScheduleActivityDuplicateId,
            $"invalid history builder state for action: add-activitytask-scheduled-event, ActivityID: {a.ActivityId}");

        var attributes = Normalised(a, t.Start.WorkflowRunTimeout.ToSpan());
        attributes.WorkflowTaskCompletedEventId = c.CompletedEventId;
        var e = c.Write(command, new HistoryEvent { ActivityTaskScheduledEventAttributes = attributes });
        var activity = Activity.Of(e, t.State.Serial + 1, t.Now);
        t.State = t.State with { Serial = activity.Serial, Activities = t.State.Activities.Add(e.EventId, activity) };
        t.Tickets.Add(ActivityTickets.For(t.Run, activity));
    }

    /// <summary>Refuses what no service would schedule.</summary>
    public static void Check(ScheduleActivityTaskCommandAttributes a, EngineLimits limits)
    {
        CommandTable.Require(a.ActivityId.Length > 0, Bad, "activityId is not set");
        CommandTable.Require(!string.IsNullOrEmpty(a.ActivityType?.Name), Bad, "activityType is not set");
        CommandTable.Require(a.TaskQueue is not null, Bad, "taskQueue is not set");
        CommandTable.Require(a.TaskQueue!.Name.Length > 0, Bad, "missing task queue name");
        CommandTable.Require(!a.TaskQueue.Name.StartsWith("/_sys/", StringComparison.Ordinal), Bad, "task queue name cannot start with reserved prefix /_sys/");
        CommandTable.Require(Ids.Fits(a.ActivityId, limits), Bad, $"activityId exceeds length limit. Length={Ids.Length(a.ActivityId)} Limit={limits.IdLength}");
        CommandTable.Require(Ids.Fits(a.ActivityType!.Name, limits), Bad, $"activityType exceeds length limit. Length={Ids.Length(a.ActivityType.Name)} Limit={limits.IdLength}");
        CommandTable.Require(Ids.Fits(a.TaskQueue.Name, limits), Bad, "taskQueue exceeds length limit");
        NotNegative(a.ScheduleToCloseTimeout, "ScheduleToCloseTimeout");
        NotNegative(a.ScheduleToStartTimeout, "ScheduleToStartTimeout");
        NotNegative(a.StartToCloseTimeout, "StartToCloseTimeout");
        NotNegative(a.HeartbeatTimeout, "HeartbeatTimeout");
        CommandTable.Require(
            a.ScheduleToCloseTimeout.ToSpan() > TimeSpan.Zero || a.StartToCloseTimeout.ToSpan() > TimeSpan.Zero,
            Bad,
            $"a valid StartToClose or ScheduleToCloseTimeout is not set on ScheduleActivityTaskCommand. ActivityId={a.ActivityId} ActivityType={a.ActivityType.Name}");
        CommandTable.Refuse(RetryPolicies.Fault(a.RetryPolicy), Bad);
        CommandTable.Refuse(Priorities.Fault(a.Priority), Bad);
    }

    private static void NotNegative(Duration? d, string name) => CommandTable.Require(!d.IsNegative(), Bad, $"invalid {name}: negative duration");

    /// <summary>Fills and caps the timeouts as the service does before it writes them.</summary>
    public static ActivityTaskScheduledEventAttributes Normalised(ScheduleActivityTaskCommandAttributes a, TimeSpan run)
    {
        var toClose = a.ScheduleToCloseTimeout.ToSpan();
        var toStart = a.ScheduleToStartTimeout.ToSpan();
        var startToClose = a.StartToCloseTimeout.ToSpan();
        if (toClose > TimeSpan.Zero)
        {
            toClose = Cap(toClose, run);
            toStart = toStart == TimeSpan.Zero ? toClose : Times.Min(toStart, toClose);
            startToClose = startToClose == TimeSpan.Zero ? toClose : Times.Min(startToClose, toClose);
        }
        else
        {
            toClose = run;
            toStart = toStart == TimeSpan.Zero ? run : Cap(toStart, run);
            startToClose = Cap(startToClose, run);
        }

        return new ActivityTaskScheduledEventAttributes
        {
            ActivityId = a.ActivityId,
            ActivityType = a.ActivityType,
            TaskQueue = new TaskQueue { Name = a.TaskQueue.Name, Kind = TaskQueueKind.Normal },
            Header = a.Header,
            Input = a.Input,
            ScheduleToCloseTimeout = toClose.ToDurationOrNone(),
            ScheduleToStartTimeout = toStart.ToDurationOrNone(),
            StartToCloseTimeout = startToClose.ToDurationOrNone(),
            HeartbeatTimeout = Times.Min(a.HeartbeatTimeout.ToSpan(), startToClose).ToDurationOrNone(),
            RetryPolicy = RetryPolicies.Filled(a.RetryPolicy ?? new()),
            UseWorkflowBuildId = a.UseWorkflowBuildId,
            Priority = a.Priority,
        };
    }

    private static TimeSpan Cap(TimeSpan t, TimeSpan run) => run > TimeSpan.Zero ? Times.Min(t, run) : t;
}
