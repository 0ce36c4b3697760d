using FranceTravail.Parcours.Engine.Runs.Tasks;

namespace FranceTravail.Parcours.Engine.Runs.Activities;

internal static class ActivityTickets
{
    /// <summary>The ticket of an attempt that may be handed out.</summary>
    public static Ticket For(Run run, Activity a) => new(
        run.Key,
        new QueueName(run.Key.Namespace, TaskKind.Activity, a.TaskQueue),
        a.Serial,
        a.ScheduledEventId,
        Priority: Ticket.PriorityOf(Priorities.Of(a.Order, run.State.PriorityOf(run.Start))?.PriorityKey ?? 0),
        Since: a.ScheduledTime);

    /// <summary>Whether the attempt waits for a worker.</summary>
    public static bool Ready(Activity a) => a is { Started: false, Waiting: false, Pause: null };
}
