namespace FranceTravail.Parcours.Engine;

/// <summary>Limits of a Temporal service, with its defaults; sizes in bytes.</summary>
public sealed record EngineLimits
{
    /// <summary>Largest payload accepted, 2 MiB unless set.</summary>
    public int BlobSize { get; init; } = 2 * 1024 * 1024;

    /// <summary>Size to which a failure above <see cref="BlobSize"/> is cut.</summary>
    public int LargeBlobSize { get; init; } = 512 * 1024;

    /// <summary>Largest memo accepted.</summary>
    public int MemoSize { get; init; } = 2 * 1024 * 1024;

    /// <summary>Longest identifier, in bytes.</summary>
    public int IdLength { get; init; } = 1000;

    /// <summary>Events in a history from which a workflow is told to continue as new.</summary>
    public int SuggestContinueAsNewEvents { get; init; } = 4096;

    /// <summary>Bytes of history from which a workflow is told to continue as new.</summary>
    public long SuggestContinueAsNewSize { get; init; } = 4 * 1024 * 1024;

    /// <summary>Events at which a run is terminated.</summary>
    public int HistoryEvents { get; init; } = 51_200;

    /// <summary>Bytes of history at which a run is terminated.</summary>
    public long HistorySize { get; init; } = 50L * 1024 * 1024;

    /// <summary>Open activities, children, signals or cancel requests of one run.</summary>
    public int Pending { get; init; } = 2000;

    /// <summary>Signals that one run takes.</summary>
    public int Signals { get; init; } = 10_000;

    /// <summary>Events that may wait for a workflow task in flight.</summary>
    public int BufferedEvents { get; init; } = 100;

    /// <summary>Bytes of events that may wait for a workflow task in flight.</summary>
    public int BufferedSize { get; init; } = 2 * 1024 * 1024;

    /// <summary>Pieces of work that may wait for the writer before calls are refused.</summary>
    public int WaitingWork { get; init; } = 20_000;

    /// <summary>Bytes of requests, and of answers that are not sent yet, that may be in the engine's hands before calls are refused. One connection may hold a quarter.</summary>
    public long RequestBytes { get; init; } = 256L * 1024 * 1024;

    /// <summary>Calls in progress, long polls among them, before others are refused.</summary>
    public int Calls { get; init; } = 100_000;

    /// <summary>Calls in progress of one connection.</summary>
    public int CallsOfConnection { get; init; } = 10_000;

    /// <summary>Updates in flight in one run.</summary>
    public int UpdatesInFlight { get; init; } = 10;

    /// <summary>Bytes of updates that wait for a worker in one run.</summary>
    public long UpdatesInFlightSize { get; init; } = 20L * 1024 * 1024;

    /// <summary>Updates of one run in all.</summary>
    public int Updates { get; init; } = 2000;

    /// <summary>Shortest time between the starts of two runs of a chain.</summary>
    public TimeSpan ChainPace { get; init; } = TimeSpan.FromSeconds(1);
}
