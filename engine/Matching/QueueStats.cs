namespace FranceTravail.Parcours.Engine.Matching;

/// <summary>How a queue stands.</summary>
/// <param name="Backlog">Tickets that wait, by priority: how many, and since when the first of them does.</param>
/// <param name="AddRate">Tasks that came in a second, lately.</param>
/// <param name="DispatchRate">Tasks that were handed out in a second, lately.</param>
/// <param name="WorkerLimit">Tasks in a second that a worker allowed; null for any number.</param>
internal sealed record QueueStats(IReadOnlyList<(int Priority, int Count, DateTimeOffset Since)> Backlog, double AddRate, double DispatchRate, double? WorkerLimit)
{
    public static readonly QueueStats None = new([], 0, 0, null);
}
