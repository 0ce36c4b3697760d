namespace FranceTravail.Parcours.Host.Composition;

/// <summary>The engine inside this process: the only file of the host that knows how it is started.</summary>
internal sealed class EmbeddedEngine : IAsyncDisposable
{
    private EmbeddedEngine(string address, TimeProvider clock) => (Address, Clock) = (address, clock);

    /// <summary>host:port really bound.</summary>
    public string Address { get; }

    /// <summary>The engine's clock, real or virtual: the clock of the whole process.</summary>
    public TimeProvider Clock { get; }

    /// <exception cref="StartupRefusal">The engine cannot start; the message says why in French.</exception>
    public static Task<EmbeddedEngine> StartAsync(HostSettings options, ILoggerFactory loggers, CancellationToken cancellationToken) =>
        throw new StartupRefusal("Le moteur intégré n’est pas encore livré : indiquez un service Temporal par le réglage Temporal:Address.");

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
