namespace FranceTravail.Parcours.Engine.Runs.Children;

/// <summary>The parent has recorded the start: the child's first task may be scheduled.</summary>
internal sealed record ParentKnows : IRunInput<bool>
{
    public bool Apply(Transition t)
    {
        if (!t.State.AwaitsParent)
        {
            return false;
        }

        t.State = t.State with { AwaitsParent = false };
        t.ScheduleTask();
        return true;
    }
}
