using FranceTravail.Parcours.Engine.Runs.Reset;
using Temporalio.Api.History.V1;

namespace FranceTravail.Parcours.Engine.Runs.Children;

/// <summary>The last run of a child closed: its parent is told.</summary>
internal sealed record TellParent(HistoryEvent Closing) : IEffect
{
    public void CarryOut(IRunSpace space, RunKey source)
    {
        var child = space.Find(source)!;
        if (space.Parent(child) is { Open: true } parent
            && parent.State.Children.TryGetValue(child.Start.ParentInitiatedEventId, out var known)
            && known.RunId == child.Start.FirstExecutionRunId)
        {
            space.Apply(parent.Key, new ChildClosed(child.Start.ParentInitiatedEventId, child.Key, Closing));
        }
    }
}
