namespace FranceTravail.Parcours.Engine.Runs.Closing;

/// <summary>Removes a run; an open one is terminated first, so that its children and its parent hear of it.</summary>
internal static class DeleteWorkflow
{
    public static void TerminateAndDelete(this IRunSpace space, Run run)
    {
        if (run.Open)
        {
            space.Apply(run.Key, new Terminate("Delete workflow execution", null, ServiceNames.History));
        }

        space.Delete(space.Find(run.Key)!);
    }
}
