using FranceTravail.Parcours.Engine.Matching;
using FranceTravail.Parcours.Engine.Refusals;
using FranceTravail.Parcours.Engine.Runs;
using FranceTravail.Parcours.Engine.Runs.Tasks;
using FranceTravail.Parcours.Engine.Writing;
using Temporalio.Api.Query.V1;

namespace FranceTravail.Parcours.Engine.Queries;

/// <summary>
/// Brings queries to workers and their answers back. A query sees every event recorded before it arrived: with a workflow task
/// pending it rides on the next one to start, else it goes to a worker in a task of its own. Queries live in memory only.
/// </summary>
internal sealed class QueryBroker
{
    private readonly TaskQueues queues;
    private readonly RunCache cache;
    private readonly RidingQueries riding = new();
    private readonly Dictionary<string, QueryOffer> direct = new(StringComparer.Ordinal);

    public QueryBroker(Writer writer, TaskQueues queues)
    {
        this.queues = queues;
        cache = writer.Cache;
        writer.Committed += batch => riding.Review(batch.Changes);
    }

    /// <summary>Asks, and waits for the answer for a time.</summary>
    public async Task<WorkflowQueryResult> AskAsync(RunKey key, WorkflowQuery query, TimeSpan patience, CancellationToken cancelled)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancelled);
        limit.CancelAfter(patience);
        try
        {
            while (true)
            {
                var run = cache.Find(key) ?? throw Errors.RunUnknown(key.WorkflowId, key.RunId);
                var answer = GoesDirectly(run)
                    ? await AskDirectlyAsync(run, query, limit.Token)
                    : await RideAsync(run, query, limit.Token);
                if (answer is not null)
                {
                    return answer;
                }
            }
        }
        catch (OperationCanceledException) when (!cancelled.IsCancellationRequested)
        {
            throw cache.Find(key) is { State: { FirstTaskAt: not null, Open: true } }
                ? Errors.NotReady("Workflow task is not scheduled yet.")
                : new Refusal(RefusalKind.FailedPrecondition, "no poller seen for task queue recently, worker may be down");
        }
    }

    /// <summary>The queries that ride on a task that just started.</summary>
    public IReadOnlyDictionary<string, WorkflowQuery> Board(RunKey key, long serial) => riding.Board(key, serial);

    /// <summary>The answers that came with a task's completion.</summary>
    public void Answer(RunKey key, IEnumerable<KeyValuePair<string, WorkflowQueryResult>> results) => riding.Answer(key, results);

    /// <summary>The answer to a query that had a task of its own. Throws NOT_FOUND when nobody waits for it.</summary>
    public void Answer(string id, WorkflowQueryResult result)
    {
        QueryOffer? offer;
        lock (direct)
        {
            direct.Remove(id, out offer);
        }

        if (offer?.Complete(result) != true)
        {
            throw Errors.NotFound("query task not found, or already expired");
        }
    }

    private static bool GoesDirectly(Run run)
    {
        var s = run.State;
        if (!s.Open && !s.CompletedATask)
        {
            throw Errors.NotReady("Workflow execution closed before WorkflowTaskStarted event");
        }

        if (s.Task is { Attempt: >= 3 })
        {
            throw Errors.NotReady("Unable to query workflow due to Workflow Task in failed state.");
        }

        return s.CompletedATask && (!s.Open || s.Task is null);
    }

    private async Task<WorkflowQueryResult?> AskDirectlyAsync(Run run, WorkflowQuery query, CancellationToken limit)
    {
        if (run.State.Sticky is { } sticky)
        {
            var name = new QueueName(run.Key.Namespace, TaskKind.Workflow, sticky.Name);
            if (queues.Polled(name, sticky.ScheduleToStart))
            {
                using var patience = CancellationTokenSource.CreateLinkedTokenSource(limit);
                patience.CancelAfter(sticky.ScheduleToStart);
                try
                {
                    return await OfferAsync(new QueryOffer(run, query, sticky.Name), name, patience.Token);
                }
                catch (OperationCanceledException) when (!limit.IsCancellationRequested)
                {
                    // The worker that has the run in its cache does not answer: any worker may, from the history.
                }
            }
        }

        return await OfferAsync(new QueryOffer(run, query, null), new QueueName(run.Key.Namespace, TaskKind.Workflow, run.Start.TaskQueue.Name), limit);
    }

    private async Task<WorkflowQueryResult?> OfferAsync(QueryOffer offer, QueueName queue, CancellationToken limit)
    {
        lock (direct)
        {
            direct[offer.Id] = offer;
        }

        try
        {
            queues.Add(queue, offer);
            return await offer.Answer.WaitAsync(limit);
        }
        finally
        {
            offer.Abandon();
            lock (direct)
            {
                direct.Remove(offer.Id);
            }
        }
    }

    /// <summary>Waits for a workflow task to ride on; answers null when it must ask again.</summary>
    private async Task<WorkflowQueryResult?> RideAsync(Run run, WorkflowQuery query, CancellationToken limit)
    {
        var mine = new RidingQuery(query);
        riding.Add(run.Key, mine);
        try
        {
            // The task may have ended while the query was put down.
            if (cache.Find(run.Key) is { } now && GoesDirectly(now))
            {
                return null;
            }

            return await mine.Answer.Task.WaitAsync(limit);
        }
        finally
        {
            riding.Remove(run.Key, mine);
        }
    }
}
