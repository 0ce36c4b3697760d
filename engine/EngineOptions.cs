namespace FranceTravail.Parcours.Engine;

/// <summary>How an engine is started.</summary>
public sealed class EngineOptions
{
    /// <summary>Gets the database file; it and its folder are made when missing. Required unless <see cref="InMemory"/>.</summary>
    public string DatabasePath { get; init; } = "";

    /// <summary>Gets a value indicating whether nothing is kept beyond the process: for measurements only. Lists and counts are not available.</summary>
    public bool InMemory { get; init; }

    /// <summary>Gets the address to listen on, as host:port with a name or a number; port 0 takes a free one. Beyond loopback <see cref="Access"/> is required.</summary>
    public string Address { get; init; } = "127.0.0.1:7233";

    /// <summary>Gets who may speak with the engine; on loopback everybody may unless it is set.</summary>
    public EngineAccess Access { get; init; } = new();

    /// <summary>Gets a value indicating whether the clock is virtual, moved by the TestService of the Temporal API.</summary>
    public bool VirtualClock { get; init; }

    /// <summary>Gets where a virtual clock starts on a new file; now when unset. A known file goes on from its last moment.</summary>
    public DateTimeOffset? VirtualStart { get; init; }

    /// <summary>Gets how long the default namespace of a new file keeps closed runs, a day unless set. UpdateNamespace changes it; a virtual clock deletes nothing.</summary>
    public TimeSpan Retention { get; init; } = TimeSpan.FromDays(1);

    /// <summary>Gets namespaces that are made when they are not there, beside the default one.</summary>
    public IReadOnlyList<string> Namespaces { get; init; } = [];

    /// <summary>Gets search attributes that are registered in the default and those namespaces: their types by name, as <c>Keyword</c> or <c>Int</c>.</summary>
    public IReadOnlyDictionary<string, string> SearchAttributes { get; init; } = new Dictionary<string, string>();

    /// <summary>Gets the limits of the service.</summary>
    public EngineLimits Limits { get; init; } = new();

    /// <summary>The same on a database file.</summary>
    public EngineOptions On(string database) => new()
    {
        DatabasePath = database,
        InMemory = InMemory,
        Address = Address,
        Access = Access,
        VirtualClock = VirtualClock,
        VirtualStart = VirtualStart,
        Retention = Retention,
        Namespaces = Namespaces,
        SearchAttributes = SearchAttributes,
        Limits = Limits,
    };
}
