namespace FranceTravail.Parcours.Engine.Runs.WorkflowTasks;

/// <summary>The pending workflow task of a run. For a kind other than Normal the event ids are those it would get.</summary>
internal sealed record WorkflowTask
{
    public required WorkflowTaskKind Kind { get; init; }

    public required long Serial { get; init; }

    public required long ScheduledEventId { get; init; }

    public required int Attempt { get; init; }

    public required DateTimeOffset ScheduledTime { get; init; }

    public required TimeSpan StartToClose { get; init; }

    /// <summary>Name of the sticky queue it was scheduled on, if any.</summary>
    public string? StickyQueue { get; init; }

    /// <summary>When it times out unless it is started.</summary>
    public DateTimeOffset? StartBy { get; init; }

    public long StartedEventId { get; init; }

    public DateTimeOffset? StartedTime { get; init; }

    public string Identity { get; init; } = "";

    public string RequestId { get; init; } = "";

    public bool SuggestContinueAsNew { get; init; }

    public bool TooManyEvents { get; init; }

    public long HistorySizeAtStart { get; init; }

    public bool WasSticky => StickyQueue is not null;
}
