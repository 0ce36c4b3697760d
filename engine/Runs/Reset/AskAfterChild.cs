using FranceTravail.Parcours.Engine.Runs.Children;

namespace FranceTravail.Parcours.Engine.Runs.Reset;

/// <summary>A child that ended while its parent was closed told nobody: the run that goes on in the parent's place asks after it.</summary>
internal sealed record AskAfterChild(Child Child) : IEffect
{
    public void CarryOut(IRunSpace space, RunKey source)
    {
        if (space.Current(Child.Namespace, Child.WorkflowId) is { Open: false } child
            && child.Start.FirstExecutionRunId == Child.RunId
            && space.Find(source)?.State is { Open: true } parent
            && parent.Children.ContainsKey(Child.InitiatedEventId))
        {
            var last = child.State.NextEventId - 1;
            var closing = space.History(child, last, last).SelectMany(b => b.Events).Last();
            space.Apply(source, new ChildClosed(Child.InitiatedEventId, child.Key, closing));
        }
    }
}
