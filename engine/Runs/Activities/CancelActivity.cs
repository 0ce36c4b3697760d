using FranceTravail.Parcours.Engine.Runs.WorkflowTasks;
using Google.Protobuf;
using Temporalio.Api.Command.V1;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;

namespace FranceTravail.Parcours.Engine.Runs.Activities;

/// <summary>The workflow asks an activity to stop. One that has not started is canceled at once; a running one learns it from its heartbeat.</summary>
internal static class CancelActivity
{
    private const WorkflowTaskFailedCause Bad = WorkflowTaskFailedCause.BadRequestCancelActivityAttributes;

    private static readonly Payloads NotStarted = new()
    {
        Payloads_ =
        {
            new Payload
            {
                Metadata = { { "encoding", ByteString.CopyFromUtf8("json/plain") } },
                Data = ByteString.CopyFromUtf8("\"ACTIVITY_ID_NOT_STARTED\""),
            },
        },
    };

    public static void CarryOut(Completion c, Command command)
    {
        var t = c.T;
        CommandTable.Require(command.RequestCancelActivityTaskCommandAttributes is not null, Bad, "RequestCancelActivityTaskCommandAttributes is not set on RequestCancelActivityTaskCommand.");
        var id = command.RequestCancelActivityTaskCommandAttributes!.ScheduledEventId;
        CommandTable.Require(id > 0, Bad, "ScheduledEventId is not set on RequestCancelActivityTaskCommand.");
        var open = t.State.Activities.TryGetValue(id, out var activity);

        // It may have ended while the task was in flight: the workflow could not know.
        CommandTable.Require(
            open ? !activity!.CancelRequested : t.State.Buffer.Any(e => e.SubjectId() == id && e.EventType.ToString().StartsWith("ActivityTask", StringComparison.Ordinal)),
            Bad,
            $"invalid history builder state for action: add-activitytask-cancel-requested-event, ScheduledEventID: {id}");
        var requested = c.Write(command, new()
        {
            ActivityTaskCancelRequestedEventAttributes = new() { ScheduledEventId = id, WorkflowTaskCompletedEventId = c.CompletedEventId },
        });
        if (!open)
        {
            return;
        }

        if (activity!.Started)
        {
            t.State = t.State with { Activities = t.State.Activities.SetItem(id, activity with { CancelRequestedEventId = requested.EventId }) };
            return;
        }

        t.State = t.State with { Activities = t.State.Activities.Remove(id) };
        t.Tickets.RemoveAll(x => x.Activity == id);
        t.Record(new()
        {
            ActivityTaskCanceledEventAttributes = new()
            {
                Details = NotStarted,
                LatestCancelRequestedEventId = requested.EventId,
                ScheduledEventId = id,
                Identity = c.Identity,
            },
        });
    }
}
