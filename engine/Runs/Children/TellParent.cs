using FranceTravail.Parcours.Engine.Runs.Reset;
using Temporalio.Api.History.V1;

namespace FranceTravail.Parcours.Engine.Runs.Children;

/// <summary>The last run of a child closed: its parent is told, also where the child is deleted in the same breath.</summary>
/// <param name="Child">How the child began.</param>
/// <param name="Closing">Its last event.</param>
internal sealed record TellParent(WorkflowExecutionStartedEventAttributes Child, HistoryEvent Closing) : IEffect
{
    public void CarryOut(IRunSpace space, RunKey source)
    {
        if (space.Parent(Child) is { Open: true } parent
            && parent.State.Children.TryGetValue(Child.ParentInitiatedEventId, out var known)
            && known.RunId == Child.FirstExecutionRunId)
        {
            space.Apply(parent.Key, new ChildClosed(Child.ParentInitiatedEventId, source, Closing));
        }
    }
}
