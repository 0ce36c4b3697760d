using FranceTravail.Parcours.Engine.Runs;
using FranceTravail.Parcours.Engine.Runs.Activities;
using FranceTravail.Parcours.Engine.Runs.Tasks;

namespace FranceTravail.Parcours.Engine.Matching;

/// <summary>The tickets that a run's state stands for.</summary>
internal static class Pending
{
    public static IEnumerable<Ticket> Tickets(Run run)
    {
        if (run.State.Task is { StartedTime: null } task)
        {
            yield return Scheduling.TaskTicket(run, task);
        }

        foreach (var activity in run.State.Activities.Values.Where(ActivityTickets.Ready))
        {
            yield return ActivityTickets.For(run, activity);
        }
    }
}
