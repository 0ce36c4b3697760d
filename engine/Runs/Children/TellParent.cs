using Temporalio.Api.History.V1;

namespace FranceTravail.Parcours.Engine.Runs.Children;

/// <summary>The last run of a child closed: its parent is told.</summary>
internal sealed record TellParent(HistoryEvent Closing) : IEffect
{
    public void CarryOut(IRunSpace space, RunKey source)
    {
        var child = space.Find(source)!;
        var parent = new RunKey(child.Start.ParentWorkflowNamespace, child.Start.ParentWorkflowExecution.WorkflowId, child.Start.ParentWorkflowExecution.RunId);
        if (space.Find(parent) is { Open: true } open && open.State.Children.ContainsKey(child.Start.ParentInitiatedEventId))
        {
            space.Apply(parent, new ChildClosed(child.Start.ParentInitiatedEventId, child.Key, Closing));
        }
    }
}
