using FranceTravail.Parcours.Engine.Refusals;
using FranceTravail.Parcours.Engine.Runs.Signals;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;

namespace FranceTravail.Parcours.Engine.Runs.External;

/// <summary>The effect of a signal-external command.</summary>
internal sealed record SendSignal(HistoryEvent Initiated) : IEffect
{
    public void CarryOut(IRunSpace space, RunKey source)
    {
        var a = Initiated.SignalExternalWorkflowExecutionInitiatedEventAttributes;
        if (space.Find(source) is not { Open: true })
        {
            return;
        }

        space.Apply(source, new SignalSent(Initiated, Send(space, source, a)));
    }

    /// <summary>Why the signal was not delivered; null when it was.</summary>
    private static SignalExternalWorkflowExecutionFailedCause? Send(IRunSpace space, RunKey source, SignalExternalWorkflowExecutionInitiatedEventAttributes a)
    {
        try
        {
            if (ExternalTarget.Find(space, source, a.Namespace, a.WorkflowExecution, a.ChildWorkflowOnly) is not { Open: true } target)
            {
                return SignalExternalWorkflowExecutionFailedCause.ExternalWorkflowExecutionNotFound;
            }

            space.Apply(target.Key, new Signal(a.SignalName, a.Input, ServiceNames.History, "", a.Header, source.Execution));
            return null;
        }
        catch (Refusal e) when (e.Kind is RefusalKind.DataLoss)
        {
            return SignalExternalWorkflowExecutionFailedCause.ExternalWorkflowExecutionNotFound;
        }
        catch (Refusal e) when (e.Kind is RefusalKind.InvalidArgument)
        {
            return SignalExternalWorkflowExecutionFailedCause.SignalCountLimitExceeded;
        }
    }
}
