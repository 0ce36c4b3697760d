using FranceTravail.Parcours.Engine.Runs.Closing;
using Temporalio.Api.Enums.V1;

namespace FranceTravail.Parcours.Engine.Runs.Children;

/// <summary>A run closed: its child is terminated or asked to cancel, by the child's parent close policy.</summary>
internal sealed record CloseChild(Child Child) : IEffect
{
    public void CarryOut(IRunSpace space, RunKey source)
    {
        if (space.Current(Child.Namespace, Child.WorkflowId) is not { Open: true } run || run.Start.FirstExecutionRunId != Child.RunId)
        {
            return;
        }

        if (Child.ParentClosePolicy == ParentClosePolicy.RequestCancel)
        {
            space.Apply(run.Key, new RequestCancel("", ServiceNames.History, source.Execution));
        }
        else
        {
            space.Apply(run.Key, new Terminate("by parent close policy", null, ServiceNames.History));
        }
    }
}
