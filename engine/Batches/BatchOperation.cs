using FranceTravail.Parcours.Engine.Refusals;
using FranceTravail.Parcours.Engine.Runs;
using FranceTravail.Parcours.Engine.Runs.Activities;
using FranceTravail.Parcours.Engine.Runs.Closing;
using FranceTravail.Parcours.Engine.Runs.Options;
using FranceTravail.Parcours.Engine.Runs.Reset;
using FranceTravail.Parcours.Engine.Runs.Signals;
using FranceTravail.Parcours.Engine.Writing;
using Temporalio.Api.Batch.V1;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.WorkflowService.V1;
using Operation = Temporalio.Api.WorkflowService.V1.StartBatchOperationRequest.OperationOneofCase;

namespace FranceTravail.Parcours.Engine.Batches;

/// <summary>What a batch does to one run.</summary>
internal static class BatchOperation
{
    public static BatchOperationType Type(StartBatchOperationRequest r) => r.OperationCase switch
    {
        Operation.TerminationOperation => BatchOperationType.Terminate,
        Operation.CancellationOperation => BatchOperationType.Cancel,
        Operation.SignalOperation => BatchOperationType.Signal,
        Operation.DeletionOperation => BatchOperationType.Delete,
        Operation.ResetOperation => BatchOperationType.Reset,
        Operation.UpdateWorkflowOptionsOperation => BatchOperationType.UpdateExecutionOptions,
        Operation.UnpauseActivitiesOperation => BatchOperationType.UnpauseActivity,
        Operation.ResetActivitiesOperation => BatchOperationType.ResetActivity,
        Operation.UpdateActivityOptionsOperation => BatchOperationType.UpdateActivityOptions,
        _ => BatchOperationType.Unspecified,
    };

    public static string Identity(StartBatchOperationRequest r) => r.OperationCase switch
    {
        Operation.TerminationOperation => r.TerminationOperation.Identity,
        Operation.CancellationOperation => r.CancellationOperation.Identity,
        Operation.SignalOperation => r.SignalOperation.Identity,
        Operation.DeletionOperation => r.DeletionOperation.Identity,
        Operation.ResetOperation => r.ResetOperation.Identity,
        Operation.UpdateWorkflowOptionsOperation => r.UpdateWorkflowOptionsOperation.Identity,
        Operation.UnpauseActivitiesOperation => r.UnpauseActivitiesOperation.Identity,
        Operation.ResetActivitiesOperation => r.ResetActivitiesOperation.Identity,
        Operation.UpdateActivityOptionsOperation => r.UpdateActivityOptionsOperation.Identity,
        _ => "",
    };

    /// <summary>Acts on a run. One that has closed needs no ending and takes no signal: there is nothing to be done.</summary>
    /// <exception cref="Refusal">It is not there, or cannot be reset as asked.</exception>
    public static void Act(UnitOfWork unit, BatchJob job, WorkflowExecution target)
    {
        var run = unit.Resolve(job.Namespace, target);
        switch (job.Request.OperationCase)
        {
            case Operation.DeletionOperation: unit.TerminateAndDelete(run); break;
            case Operation.ResetOperation: Reset(unit, job, run); break;
            case Operation.TerminationOperation when run.Open: unit.Apply(run.Key, new Terminate(job.Request.Reason, null, ServiceNames.Batch)); break;
            case Operation.CancellationOperation when run.Open: unit.Apply(run.Key, new RequestCancel("", ServiceNames.Batch)); break;
            case Operation.SignalOperation when run.Open:
                var signal = job.Request.SignalOperation;
                unit.Apply(run.Key, new Signal(signal.Signal, signal.Input, signal.Identity, "", null));
                break;
            case Operation.UpdateWorkflowOptionsOperation when run.Open:
                var options = job.Request.UpdateWorkflowOptionsOperation;
                unit.Apply(run.Key, new UpdateWorkflowOptions(options.WorkflowExecutionOptions, options.UpdateMask, options.Identity));
                break;
            case Operation.UnpauseActivitiesOperation or Operation.ResetActivitiesOperation or Operation.UpdateActivityOptionsOperation when run.Open:
                OnActivities(unit, job.Request, run.Key);
                break;
            default: break;
        }
    }

    private static void OnActivities(UnitOfWork unit, StartBatchOperationRequest r, RunKey key)
    {
        switch (r.OperationCase)
        {
            case Operation.UnpauseActivitiesOperation:
                var unpause = r.UnpauseActivitiesOperation;
                unit.Apply(key, new UnpauseActivities(Selected(unpause.HasType, unpause.Type), unpause.ResetAttempts, unpause.ResetHeartbeat, unpause.Jitter.ToSpan()));
                break;
            case Operation.ResetActivitiesOperation:
                var reset = r.ResetActivitiesOperation;
                unit.Apply(key, new ResetActivities(Selected(reset.HasType, reset.Type), reset.ResetHeartbeat, reset.KeepPaused, reset.RestoreOriginalOptions, reset.Jitter.ToSpan()));
                break;
            default:
                var options = r.UpdateActivityOptionsOperation;
                unit.Apply(key, new UpdateActivityOptions(
                    Selected(options.HasType, options.Type), options.ActivityOptions, options.UpdateMask is null ? null : new(options.UpdateMask), options.RestoreOriginal));
                break;
        }
    }

    private static ActivitySelection Selected(bool hasType, string type) => new(null, hasType ? type : null);

    private static void Reset(UnitOfWork unit, BatchJob job, Run run)
    {
        var options = Options(job.Request.ResetOperation);
        if (options.CurrentRunOnly)
        {
            run = unit.Current(run.Key.Namespace, run.Key.WorkflowId)!;
        }

        var finish = options.TargetCase switch
        {
            ResetOptions.TargetOneofCase.FirstWorkflowTask => ResetPoint.First(unit, run),
            ResetOptions.TargetOneofCase.LastWorkflowTask => ResetPoint.Last(unit, run),
            ResetOptions.TargetOneofCase.WorkflowTaskId => options.WorkflowTaskId,
            ResetOptions.TargetOneofCase.BuildId => ResetPoint.OfBuild(run, options.BuildId),
            _ => throw Errors.Invalid("unsupported reset target"),
        };
        new ResetWorkflow(job.Request.Reason, finish, unit.Chance.NewId(), ReapplyEvents.Of(options.ResetReapplyType, options.ResetReapplyExcludeTypes), job.Request.ResetOperation.PostResetOperations)
            .Begin(unit, run);
    }

    /// <summary>The options; those of older clients in their newer form.</summary>
    public static ResetOptions Options(BatchOperationReset reset)
    {
        if (reset.Options is { } options)
        {
            return options;
        }

#pragma warning disable CS0612 // Older clients still send them.
        var older = new ResetOptions { ResetReapplyType = reset.ResetReapplyType };
        switch (reset.ResetType)
        {
            case ResetType.FirstWorkflowTask: older.FirstWorkflowTask = new(); break;
            case ResetType.LastWorkflowTask: older.LastWorkflowTask = new(); break;
            default: break;
        }
#pragma warning restore CS0612
        return older;
    }
}
