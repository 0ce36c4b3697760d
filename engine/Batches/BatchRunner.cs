using FranceTravail.Parcours.Engine.Protocol;
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

    /// <summary>Takes a job; when this ends it is on disk, and will be carried out.</summary>
    /// <exception cref="ServiceException">There is, or was, a job of that id.</exception>
    public async Task AcceptAsync(StartBatchOperationRequest request, IReadOnlyList<WorkflowExecution> targets, CancellationToken cancelled)
    {
        // One at a time: that an id is taken is known only once the job that has it is on disk.
        await accepting.WaitAsync(cancelled);
        try
        {
            await writer.SubmitAsync(unit =>
            {
                RefuseIfTaken(request);
                var job = new BatchJob { Request = request, RunId = unit.Chance.NewId(), RequestId = unit.Chance.NewId(), StartTime = unit.Now, Total = targets.Count };
                jobs.Add(unit, targets.Count > 0 ? job : job with { State = BatchOperationState.Completed, CloseTime = unit.Now }, targets);
                return true;
            });
        }
        finally
        {
            accepting.Release();
        }

        wake.Release();
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

    private async Task LoopAsync()
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                while (!stop.IsCancellationRequested && jobs.All.Where(j => j.State == BatchOperationState.Running).MinBy(j => j.StartTime) is { } job)
                {
                    await GoOnAsync(job);
                }

                await wake.WaitAsync(stop.Token);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                logger.LogError(e, "Batch jobs could not go on; trying again");
                await Task.WhenAny(Task.Delay(Rest, stop.Token));
            }
        }
    }

    /// <summary>Acts on the next runs of a job; the oldest job goes first, and shares nothing with the others.</summary>
    private async Task GoOnAsync(BatchJob job)
    {
        foreach (var target in jobs.Targets(job, Portion))
        {
            if (stop.IsCancellationRequested || !await ActAsync(job, target))
            {
                return;
            }

            job = jobs.Find(job.Namespace, job.JobId)!;
        }
    }

    /// <summary>Acts on a run. False when the job was stopped meanwhile.</summary>
    private async Task<bool> ActAsync(BatchJob job, WorkflowExecution target)
    {
        try
        {
            return await writer.SubmitAsync(unit => IsStill(job) && Do(unit));
        }
        catch (ServiceException e) when (!stop.IsCancellationRequested && e.Code != Grpc.Core.StatusCode.Unavailable)
        {
            logger.LogInformation("Batch job {JobId} could not act on run {RunId}: {Reason}", job.RunId, target.RunId, e.Code);
            return await writer.SubmitAsync(unit => IsStill(job) && Count(unit, success: false));
        }

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
