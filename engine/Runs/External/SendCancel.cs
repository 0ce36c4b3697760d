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

        var target = ExternalTarget.Find(space, source, a.Namespace, a.WorkflowExecution, a.ChildWorkflowOnly);
        if (target is not null)
        {
            space.Apply(target.Key, new RequestCancel(a.Reason, ServiceNames.History, source.Execution, Initiated.EventId));
        }

        space.Apply(source, new CancelSent(Initiated, target is not null));
    }
}
