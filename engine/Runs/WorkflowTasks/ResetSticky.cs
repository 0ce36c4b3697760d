using FranceTravail.Parcours.Engine.Refusals;

namespace FranceTravail.Parcours.Engine.Runs.WorkflowTasks;

/// <summary>Forgets which worker has the run in its cache.</summary>
internal sealed record ResetSticky : IRunInput<bool>
{
    public bool Apply(Transition t)
    {
        if (!t.State.Open)
        {
            throw Errors.WorkflowCompleted();
        }

        t.State = t.State with { Sticky = null };
        return true;
    }
}
