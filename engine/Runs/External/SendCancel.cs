using FranceTravail.Parcours.Engine.Refusals;
using FranceTravail.Parcours.Engine.Runs.Closing;
using Temporalio.Api.History.V1;

namespace FranceTravail.Parcours.Engine.Runs.External;

/// <summary>The effect of a cancel-external command: cancelling a closed workflow counts as done.</summary>
internal sealed record SendCancel(HistoryEvent Initiated) : IEffect
{
    public void CarryOut(IRunSpace space, RunKey source)
    {
        var a = Initiated.RequestCancelExternalWorkflowExecutionInitiatedEventAttributes;
        if (space.Find(source) is not { Open: true })
        {
            return;
        }

        space.Apply(source, new CancelSent(Initiated, Send(space, source, a)));
    }

    private bool Send(IRunSpace space, RunKey source, RequestCancelExternalWorkflowExecutionInitiatedEventAttributes a)
    {
        try
        {
            if (ExternalTarget.Find(space, source, a.Namespace, a.WorkflowExecution, a.ChildWorkflowOnly) is not { } target)
            {
                return false;
            }

            space.Apply(target.Key, new RequestCancel(a.Reason, ServiceNames.History, source.Execution, Initiated.EventId));
            return true;
        }
        catch (Refusal e) when (e.Kind is RefusalKind.DataLoss)
        {
            return false;
        }
    }
}
