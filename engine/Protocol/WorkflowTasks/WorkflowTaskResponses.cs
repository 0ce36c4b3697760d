using FranceTravail.Parcours.Engine.Matching;
using FranceTravail.Parcours.Engine.Protocol.Workflows;
using FranceTravail.Parcours.Engine.Runs;
using FranceTravail.Parcours.Engine.Runs.WorkflowTasks;
using Temporalio.Api.History.V1;
using Temporalio.Api.WorkflowService.V1;

namespace FranceTravail.Parcours.Engine.Protocol.WorkflowTasks;

/// <summary>Workflow tasks and query tasks as a poll answers them.</summary>
internal sealed class WorkflowTaskResponses(EngineCore core)
{
    public PollWorkflowTaskQueueResponse Of(StartedTask started)
    {
        var task = started.Task;
        var (history, token) = HistoryPages.First(core.Store, started.Key, started.RunNumber, started.FirstEventId, started.LastEventId);
        if (token.IsEmpty)
        {
            history.Events.Add(started.Tail);
        }

        var response = new PollWorkflowTaskQueueResponse
        {
            TaskToken = new TaskToken(started.Key, task.Serial).Write(),
            WorkflowExecution = started.Key.Execution,
            WorkflowType = started.Start.WorkflowType,
            PreviousStartedEventId = started.PreviousStartedEventId,
            StartedEventId = task.StartedEventId,
            Attempt = task.Attempt,
            History = history,
            NextPageToken = token,
            WorkflowExecutionTaskQueue = started.Start.TaskQueue,
            ScheduledTime = task.ScheduledTime.ToTimestamp(),
            StartedTime = task.StartedTime!.Value.ToTimestamp(),
        };
        response.Messages.Add(started.Messages);
        foreach (var (id, query) in core.Asking.Board(started.Key, task.Serial))
        {
            response.Queries.Add(id, query);
        }

        return response;
    }

    /// <summary>A query by itself: the sticky worker has the history, another one gets all of it.</summary>
    public PollWorkflowTaskQueueResponse Of(QueryOffer offer)
    {
        var run = core.Cache.Find(offer.Run.Key) ?? offer.Run;
        var sticky = offer.StickyQueue is not null;
        var (history, token) = sticky ? (new History(), Google.Protobuf.ByteString.Empty) : HistoryPages.First(core.Store, run.Key, run.Number, 1, run.State.NextEventId - 1);
        return new PollWorkflowTaskQueueResponse
        {
            TaskToken = new TaskToken(run.Key with { RunId = offer.Id }, -1).Write(),
            WorkflowExecution = run.Key.Execution,
            WorkflowType = run.Start.WorkflowType,
            PreviousStartedEventId = run.State.LastTaskStartedId,
            Attempt = 1,
            History = history,
            NextPageToken = token,
            Query = offer.Query,
            WorkflowExecutionTaskQueue = run.Start.TaskQueue,
            ScheduledTime = core.Clock.GetUtcNow().ToTimestamp(),
            StartedTime = core.Clock.GetUtcNow().ToTimestamp(),
        };
    }
}
