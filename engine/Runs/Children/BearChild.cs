using FranceTravail.Parcours.Engine.Refusals;
using FranceTravail.Parcours.Engine.Runs.Chains;
using FranceTravail.Parcours.Engine.Runs.Properties;
using FranceTravail.Parcours.Engine.Runs.Reset;
using FranceTravail.Parcours.Engine.Runs.Starting;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;

namespace FranceTravail.Parcours.Engine.Runs.Children;

/// <summary>The effect of a start-child command: the child's run, and the parent's event that it started or could not.</summary>
internal sealed record BearChild(HistoryEvent Initiated) : IEffect
{
    public void CarryOut(IRunSpace space, RunKey source)
    {
        var a = Initiated.StartChildWorkflowExecutionInitiatedEventAttributes;
        if (space.Find(source) is not { Open: true } parent)
        {
            return;
        }

        var runId = space.Chance.NewId();
        Run child;
        try
        {
            MakeRoom(space, source, a, runId);
            child = space.Create(Birth(space, parent, a, runId));
        }
        catch (Refusal e) when (e.Kind is RefusalKind.AlreadyExists or RefusalKind.DataLoss)
        {
            space.Apply(source, new ChildNotStarted(Initiated, StartChildWorkflowExecutionFailedCause.WorkflowAlreadyExists));
            return;
        }

        space.Apply(source, new ChildStarted(Initiated, child.Key.RunId));
        space.Apply(child.Key, new ParentKnows());
    }

    /// <summary>An open run of the child's id is replaced if that was asked, but never by its own child, or if it is a stray; else the id must be free.</summary>
    private static void MakeRoom(IRunSpace space, RunKey source, StartChildWorkflowExecutionInitiatedEventAttributes a, string runId)
    {
        var current = space.Current(a.Namespace, a.WorkflowId);
        if (current is { Open: true, State.IsSystem: false } && current.Key != source && (a.WorkflowIdReusePolicy == WorkflowIdReusePolicy.TerminateIfRunning || IsStray(space, source, current)))
        {
            StartPolicies.Replace(space, current, runId);
        }
        else
        {
            StartPolicies.RefuseIfTaken(current, a.WorkflowIdReusePolicy);
        }
    }

    /// <summary>A child that the parent started after the point it was reset to, and so does not know of.</summary>
    private static bool IsStray(IRunSpace space, RunKey source, Run child) =>
        space.Parent(child.Start) is { } parent && parent.Key == source && parent.State.Children.Values.All(c => c.RunId != child.Start.FirstExecutionRunId);

    private NewRun Birth(IRunSpace space, Run parent, StartChildWorkflowExecutionInitiatedEventAttributes a, string runId)
    {
        var execution = a.WorkflowExecutionTimeout.ToSpan();
        var backoff = a.CronSchedule.Length > 0 && CronSchedule.Parse(a.CronSchedule).After(space.Now) is { } next ? next - space.Now : TimeSpan.Zero;
        return new NewRun
        {
            Key = new RunKey(a.Namespace, a.WorkflowId, runId),
            RequestId = space.Chance.NewId(),
            AwaitsParent = true,
            UserMetadata = Initiated.UserMetadata,
            Start = new WorkflowExecutionStartedEventAttributes
            {
                WorkflowType = a.WorkflowType,
                ParentWorkflowNamespace = parent.Key.Namespace,
                ParentWorkflowNamespaceId = space.Catalog.IdOf(parent.Key.Namespace),
                ParentWorkflowExecution = parent.Key.Execution,
                ParentInitiatedEventId = Initiated.EventId,
                TaskQueue = a.TaskQueue,
                Input = a.Input,
                WorkflowExecutionTimeout = a.WorkflowExecutionTimeout,
                WorkflowRunTimeout = a.WorkflowRunTimeout,
                WorkflowTaskTimeout = a.WorkflowTaskTimeout,
                OriginalExecutionRunId = runId,
                FirstExecutionRunId = runId,
                RetryPolicy = a.RetryPolicy,
                Attempt = 1,
                WorkflowExecutionExpirationTime = execution > TimeSpan.Zero ? space.Now.After(backoff).After(execution).ToTimestamp() : null,
                CronSchedule = a.CronSchedule,
                Initiator = a.CronSchedule.Length > 0 ? ContinueAsNewInitiator.CronSchedule : ContinueAsNewInitiator.Unspecified,
                FirstWorkflowTaskBackoff = backoff.ToDurationOrNone(),
                Memo = a.Memo,
                SearchAttributes = Fields.Present(a.SearchAttributes),
                Header = a.Header,
                WorkflowId = a.WorkflowId,
                RootWorkflowExecution = parent.Start.RootWorkflowExecution ?? parent.Key.Execution,
                Priority = Priorities.Of(a.Priority, parent.State.PriorityOf(parent.Start)),
            },
        };
    }
}
