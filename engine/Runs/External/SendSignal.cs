using FranceTravail.Parcours.Engine.Protocol;
using FranceTravail.Parcours.Engine.Runs.Signals;
using Grpc.Core;
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

        var found = ExternalTarget.Find(space, source, a.Namespace, a.WorkflowExecution, a.ChildWorkflowOnly) is { Open: true } target
            && Send(space, source, target, a);
        space.Apply(source, new SignalSent(Initiated, found));
    }

    private static bool Send(IRunSpace space, RunKey source, Run target, SignalExternalWorkflowExecutionInitiatedEventAttributes a)
    {
        try
        {
            space.Apply(target.Key, new Signal(a.SignalName, a.Input, ServiceNames.History, "", a.Header, source.Execution));
            return true;
        }
        catch (ServiceException e) when (e.Code is StatusCode.NotFound or StatusCode.InvalidArgument)
        {
            return false;
        }
    }
}
