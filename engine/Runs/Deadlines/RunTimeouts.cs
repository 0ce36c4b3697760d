using FranceTravail.Parcours.Engine.Runs.Chains;
using FranceTravail.Parcours.Engine.Runs.Closing;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Failure.V1;
using Temporalio.Api.History.V1;

namespace FranceTravail.Parcours.Engine.Runs.Deadlines;

/// <summary>The end of a run's time (the next run of the chain may follow), and of the whole execution's (none may).</summary>
internal static class RunTimeouts
{
    public static void Fire(Transition t, bool execution)
    {
        t.ForceCloseTask();
        var failure = new Failure
        {
            Message = "workflow timeout",
            Source = ServiceNames.Server,
            TimeoutFailureInfo = new() { TimeoutType = TimeoutType.StartToClose },
        };
        var retry = execution || t.Now >= t.State.ExecutionExpiresAt ? RetryState.Timeout : Successors.AfterFailure(t, failure);
        t.Close(WorkflowExecutionStatus.TimedOut, new HistoryEvent
        {
            WorkflowExecutionTimedOutEventAttributes = new() { RetryState = retry, NewExecutionRunId = t.Successor?.RunId ?? "" },
        });
    }
}
