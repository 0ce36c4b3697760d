using FranceTravail.Parcours.Engine.Messages;
using FranceTravail.Parcours.Engine.Refusals;
using FranceTravail.Parcours.Engine.Runs.WorkflowTasks;
using Google.Protobuf;
using Temporalio.Api.Command.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Failure.V1;
using Temporalio.Api.History.V1;
using Temporalio.Api.Protocol.V1;
using Temporalio.Api.Update.V1;

namespace FranceTravail.Parcours.Engine.Runs.Updates;

/// <summary>What a worker answers to updates: accepted and completed leave events, rejected leaves none.</summary>
internal static class UpdateAnswers
{
    private const WorkflowTaskFailedCause Bad = WorkflowTaskFailedCause.BadUpdateWorkflowExecutionMessage;

    private static readonly Failure Unprocessed = new()
    {
        Message = "Workflow Update is rejected because it wasn't processed by worker. Probably, Workflow Update is not supported by the worker.",
        Source = ServiceNames.Server,
        ApplicationFailureInfo = new() { Type = "UnprocessedUpdate", NonRetryable = true },
    };

    /// <summary>The outcome of an update that was accepted when its workflow closed.</summary>
    public static readonly Outcome ClosedBefore = new()
    {
        Failure = new Failure
        {
            Message = "Workflow Update failed because the Workflow completed before the Update completed.",
            Source = ServiceNames.Server,
            ApplicationFailureInfo = new() { Type = "AcceptedUpdateCompletedWorkflow", NonRetryable = true },
        },
    };

    /// <summary>The command that says where among the commands a message belongs.</summary>
    public static void CarryOut(Completion c, Command command)
    {
        var id = command.ProtocolMessageCommandAttributes?.MessageId ?? "";
        CommandTable.Require(id.Length > 0, Bad, "MessageID is not set on ProtocolMessageCommand.");
        var message = c.Take(id);
        CommandTable.Require(message is not null, Bad, $"ProtocolMessageCommand referenced absent message ID {id}");
        Take(c, message!);
    }

    public static void Take(Completion c, Message message)
    {
        c.Take(message.Id);
        var name = message.Body?.TypeUrl is { } url ? url[(url.LastIndexOf('/') + 1)..] : "";
        c.RequireSize(message.Body, Bad, $"Message type {name}");
        try
        {
            switch (name)
            {
                case "temporal.api.update.v1.Acceptance": Accept(c.T, message, Incoming.Parse(Acceptance.Parser, message.Body!.Value)); break;
                case "temporal.api.update.v1.Rejection": Reject(c.T, message, Incoming.Parse(Rejection.Parser, message.Body!.Value)); break;
                case "temporal.api.update.v1.Response": Complete(c.T, message, Incoming.Parse(Response.Parser, message.Body!.Value)); break;
                default: throw new CommandRefusedException(Bad, $"Message type {name} is not supported");
            }
        }
        catch (InvalidProtocolBufferException)
        {
            throw new CommandRefusedException(Bad, $"unable to unmarshal message {message.Id}");
        }
    }

    /// <summary>Updates sent with a task that its completion did not answer.</summary>
    public static void RejectUnanswered(Transition t)
    {
        foreach (var update in t.State.Updates.Values.Where(u => u is { Stage: UpdateStage.Sent, AdmittedEventId: 0 }).ToList())
        {
            Forget(t, update, new UpdateNotice(update.Id, new Outcome { Failure = Unprocessed }));
        }
    }

    /// <summary>Updates sent with a task whose completion was refused.</summary>
    public static void AbortSent(Transition t)
    {
        foreach (var update in t.State.Updates.Values.Where(u => u is { Stage: UpdateStage.Sent, AdmittedEventId: 0 }).ToList())
        {
            Forget(t, update, new UpdateNotice(update.Id, null, Errors.NotReady("Unable to perform workflow execution update due to unexpected workflow task failure.")));
        }
    }

    private static void Accept(Transition t, Message message, Acceptance acceptance)
    {
        RequireOwn(message, acceptance, "accepted_request", acceptance.AcceptedRequest is { } request ? request.Meta ?? new() : null);
        var update = Find(t, message, acceptance, UpdateStage.Sent, acceptance.AcceptedRequest);
        var e = t.Write(new HistoryEvent
        {
            WorkflowExecutionUpdateAcceptedEventAttributes = new()
            {
                ProtocolInstanceId = update.Id,
                AcceptedRequestMessageId = acceptance.AcceptedRequestMessageId,
                AcceptedRequestSequencingEventId = acceptance.AcceptedRequestSequencingEventId,
                AcceptedRequest = acceptance.AcceptedRequest ?? update.Request,
            },
        });
        Set(t, update with { Stage = UpdateStage.Accepted, AcceptedEventId = e.EventId, Request = null });
        t.Notices.Add(new UpdateNotice(update.Id, null));
    }

    private static void Reject(Transition t, Message message, Rejection rejection)
    {
        RequireOwn(message, rejection, "rejected_request", rejection.RejectedRequest is { } request ? request.Meta ?? new() : null);
        var update = Find(t, message, rejection, UpdateStage.Sent, rejection.RejectedRequest);
        Forget(t, update, new UpdateNotice(update.Id, new Outcome { Failure = rejection.Failure ?? new Failure() }));
    }

    private static void Complete(Transition t, Message message, Response response)
    {
        var update = Find(t, message, response, UpdateStage.Accepted);
        RequireOwn(message, response, "response", response.Meta ?? new());
        CommandTable.Require(response.Outcome is not null, Bad, "Outcome is not set on update response.");
        var e = t.Write(new HistoryEvent
        {
            WorkflowExecutionUpdateCompletedEventAttributes = new() { Meta = response.Meta, AcceptedEventId = update.AcceptedEventId, Outcome = response.Outcome },
        });
        Set(t, update with { Stage = UpdateStage.Completed, CompletedEventId = e.EventId });
        t.Notices.Add(new UpdateNotice(update.Id, response.Outcome));
    }

    /// <summary>What an answer says of its update is of that update: the history is read by it.</summary>
    private static void RequireOwn(Message message, IMessage answer, string part, Meta? meta) => CommandTable.Require(
        meta is null || meta.UpdateId == message.ProtocolInstanceId, Bad, $"invalid *update.{answer.Descriptor.Name}: {part}.meta.update_id is not that of Update {message.ProtocolInstanceId}");

    /// <summary>The update that an answer is to. One that was given up since it was sent lives again by the request that the answer repeats.</summary>
    private static Update Find(Transition t, Message message, IMessage answer, UpdateStage stage, Request? repeated = null)
    {
        if (!t.State.Updates.TryGetValue(message.ProtocolInstanceId, out var update))
        {
            return repeated is not null
                ? new Update { Id = message.ProtocolInstanceId, Stage = UpdateStage.Sent, Sequence = 0, Request = repeated }
                : throw new CommandRefusedException(Bad, $"update {message.ProtocolInstanceId} wasn't found on the server. This is most likely a transient error which will be resolved automatically by retries");
        }

        return update.Stage == stage
            ? update
            : throw new CommandRefusedException(Bad, $"invalid state transition attempted for Update {update.Id}: received *update.{answer.Descriptor.Name} message while in state {update.Stage}");
    }

    private static void Set(Transition t, Update update) => t.State = t.State with { Updates = t.State.Updates.SetItem(update.Id, update) };

    private static void Forget(Transition t, Update update, UpdateNotice notice)
    {
        t.State = t.State with { Updates = t.State.Updates.Remove(update.Id) };
        t.Notices.Add(notice);
    }
}
