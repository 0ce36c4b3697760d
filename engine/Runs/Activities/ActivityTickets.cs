using FranceTravail.Parcours.Engine.Runs.Tasks;

namespace FranceTravail.Parcours.Engine.Runs.Activities;

internal static class ActivityTickets
{
    /// <summary>The ticket of an attempt that may be handed out.</summary>
    public static Ticket For(RunKey key, Activity a) => new(
        key, new QueueName(key.Namespace, TaskKind.Activity, a.TaskQueue), a.Serial, a.ScheduledEventId, Priority: Ticket.PriorityOf(a.Priority), Since: a.ScheduledTime);

    /// <summary>Whether the attempt waits for a worker.</summary>
    public static bool Ready(Activity a) => a is { Started: false, Waiting: false, Pause: null };
}
