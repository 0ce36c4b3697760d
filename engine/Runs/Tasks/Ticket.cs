namespace FranceTravail.Parcours.Engine.Runs.Tasks;

/// <summary>
/// Says that a run has a task ready. It holds no truth of its own: when it is handed out the run decides whether it still stands.
/// </summary>
/// <param name="Run">The run.</param>
/// <param name="Queue">Where it waits.</param>
/// <param name="Serial">Which of the run's tasks.</param>
/// <param name="Activity">Scheduled event id of the activity; 0 for a workflow task.</param>
/// <param name="FallbackQueue">The normal queue, when <paramref name="Queue"/> is a sticky one.</param>
/// <param name="Priority">1 (first) to 5.</param>
/// <param name="Since">When it became ready.</param>
internal sealed record Ticket(RunKey Run, QueueName Queue, long Serial, long Activity = 0, string? FallbackQueue = null, int Priority = Ticket.UsualPriority, DateTimeOffset Since = default)
{
    public const int UsualPriority = 3;

    /// <summary>The priority that a key stands for.</summary>
    public static int PriorityOf(int key) => key is >= 1 and <= 5 ? key : UsualPriority;
}
