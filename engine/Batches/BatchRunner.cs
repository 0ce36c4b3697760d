using FranceTravail.Parcours.Engine.Refusals;
using FranceTravail.Parcours.Engine.Runs;
using FranceTravail.Parcours.Engine.Writing;
using Microsoft.Extensions.Logging;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.WorkflowService.V1;

namespace FranceTravail.Parcours.Engine.Batches;

/// <summary>Carries batch jobs out, one run at a time: what is done to a run and that it was done are committed together.</summary>
internal sealed class BatchRunner(BatchCatalog jobs, Writer writer, ILogger logger) : IAsyncDisposable
{
    /// <summary>Runs read from the file at a time.</summary>
    private const int Portion = 100;

    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(5);

    private readonly CancellationTokenSource stop = new();
    private readonly SemaphoreSlim wake = new(0);
    private readonly SemaphoreSlim accepting = new(1);
    private Task? loop;

    public void Start()
    {
        jobs.Load();
        loop = Task.Run(LoopAsync);
    }

    /// <summary>Takes a job; when this ends it is on disk, and will be carried out. Without targets, not even none, it has failed.</summary>
    /// <exception cref="Refusal">There is, or was, a job of that id.</exception>
    public async Task AcceptAsync(StartBatchOperationRequest request, IReadOnlyList<WorkflowExecution>? targets, CancellationToken cancelled)
    {
        // One at a time: that an id is taken is known only once the job that has it is on disk.
        await accepting.WaitAsync(cancelled);
        try
        {
            await writer.SubmitAsync(unit =>
            {
                RefuseSecond(request.Namespace);
                RefuseIfTaken(request);
                var job = new BatchJob { Request = request, RunId = unit.Chance.NewId(), RequestId = unit.Chance.NewId(), StartTime = unit.Now, Total = targets?.Count ?? 0 };
                var ended = targets is null ? BatchOperationState.Failed : targets.Count == 0 ? BatchOperationState.Completed : BatchOperationState.Running;
                jobs.Add(unit, ended == BatchOperationState.Running ? job : job with { State = ended, CloseTime = unit.Now }, targets ?? []);
                return true;
            });
        }
        finally
        {
            accepting.Release();
        }

        wake.Release();
    }

    /// <summary>One job may run in a namespace at a time.</summary>
    public void RefuseSecond(string @namespace)
    {
        if (jobs.All.Any(j => j.Namespace == @namespace && j.State == BatchOperationState.Running))
        {
            throw Errors.Exhausted(ResourceExhaustedCause.ConcurrentLimit, "Max concurrent batch operations is reached");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        if (loop is not null)
        {
            await loop;
        }

        stop.Dispose();
        wake.Dispose();
        accepting.Dispose();
    }

    /// <summary>Each job goes on by itself: one that is told to go slowly keeps no other waiting.</summary>
    private async Task LoopAsync()
    {
        var under = new Dictionary<string, Task>();
        while (!stop.IsCancellationRequested)
        {
            foreach (var over in under.Where(u => u.Value.IsCompleted).ToList())
            {
                under.Remove(over.Key);
            }

            foreach (var job in jobs.All.Where(j => j.State == BatchOperationState.Running && !under.ContainsKey(j.RunId)).ToList())
            {
                under.Add(job.RunId, CarryOutAsync(job));
            }

            await wake.WaitAsync(stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await Task.WhenAll(under.Values);
    }

    private async Task CarryOutAsync(BatchJob job)
    {
        while (!stop.IsCancellationRequested && jobs.Find(job.Namespace, job.JobId) is { State: BatchOperationState.Running } now)
        {
            try
            {
                await GoOnAsync(now);
            }
            catch (Exception e) when (!stop.IsCancellationRequested)
            {
                logger.LogError(e, "Batch job {JobId} could not go on; trying again", job.RunId);
                await PauseAsync(Rest);
            }
            catch (Refusal)
            {
                // The engine is stopping: the job goes on when it starts again.
                return;
            }
        }
    }

    /// <summary>Acts on the next runs of a job.</summary>
    private async Task GoOnAsync(BatchJob job)
    {
        var pace = job.Request.MaxOperationsPerSecond is > 0 and var rate ? TimeSpan.FromSeconds(1 / Math.Max(rate, 0.001)) : TimeSpan.Zero;
        foreach (var target in jobs.Targets(job, Portion))
        {
            if (stop.IsCancellationRequested || !await ActAsync(job, target))
            {
                return;
            }

            job = jobs.Find(job.Namespace, job.JobId)!;
            if (pace > TimeSpan.Zero)
            {
                await PauseAsync(pace);
            }
        }
    }

    private async Task PauseAsync(TimeSpan time) => await Task.Delay(time, stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    /// <summary>Acts on a run; one that is not there needs nothing done. False when the job was stopped meanwhile.</summary>
    private async Task<bool> ActAsync(BatchJob job, WorkflowExecution target)
    {
        try
        {
            var ahead = job.Request.ResetOperation is null ? null : Ahead();
            return await writer.SubmitAsync(unit =>
            {
                unit.Ahead = ahead;
                return IsStill(job) && Do(unit);
            });
        }
        catch (Refusal e) when (!stop.IsCancellationRequested && e.Kind != RefusalKind.Unavailable)
        {
            logger.LogInformation("Batch job {JobId} could not act on run {RunId}: {Reason}", job.RunId, target.RunId, e.Kind);
            return await writer.SubmitAsync(unit => IsStill(job) && Count(unit, success: e.Kind == RefusalKind.NotFound));
        }

        HistoriesAhead Ahead() => HistoriesAhead.Of(writer.Cache, Addressing.Resolve(writer.Cache.Find, writer.Cache.Current, job.Namespace, target));

        bool Do(UnitOfWork unit)
        {
            BatchOperation.Act(unit, job, target);
            return Count(unit, success: true);
        }

        bool Count(UnitOfWork unit, bool success)
        {
            jobs.Keep(unit, job.After(success, unit.Now));
            return true;
        }
    }

    private void RefuseIfTaken(StartBatchOperationRequest r)
    {
        if (jobs.Find(r.Namespace, r.JobId) is { } taken)
        {
            throw Errors.AlreadyStarted(
                taken.State == BatchOperationState.Running
                    ? $"Workflow execution is already running. WorkflowId: {r.JobId}, RunId: {taken.RunId}."
                    : $"Workflow execution already finished. WorkflowId: {r.JobId}, RunId: {taken.RunId}. Workflow Id reuse policy: reject duplicate workflow Id.",
                taken.RequestId,
                taken.RunId);
        }
    }

    private bool IsStill(BatchJob job) => jobs.Find(job.Namespace, job.JobId) == job;
}
