using Temporalio.Api.Protocol.V1;

namespace FranceTravail.Parcours.Engine.Runs.WorkflowTasks;

/// <summary>What the commands of one completion share while they are carried out.</summary>
internal sealed class Completion(Transition t, string identity, IEnumerable<Message> messages)
{
    private readonly List<Message> messages = [.. messages];
    private Dictionary<string, long>? timers;

    public Transition T => t;

    public string Identity => identity;

    /// <summary>Id of the completed event, which each event of a command names.</summary>
    public required long CompletedEventId { get; init; }

    /// <summary>Events came while the task was in flight: the workflow may not close without having seen them.</summary>
    public bool UnseenEvents { get; set; }

    /// <summary>Messages that no command has placed: they are taken behind all commands.</summary>
    public IReadOnlyList<Message> Remaining => messages;

    /// <summary>Open timers by id: the ids of their started events. A run may have many, and a completion start or cancel many of them.</summary>
    public Dictionary<string, long> Timers => timers ??= T.State.Timers.Values.ToDictionary(x => x.TimerId, x => x.StartedEventId, StringComparer.Ordinal);

    public Message? Take(string id)
    {
        var found = messages.Find(m => m.Id == id);
        if (found is not null)
        {
            messages.Remove(found);
        }

        return found;
    }
}
