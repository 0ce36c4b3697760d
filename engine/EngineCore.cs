using FranceTravail.Parcours.Engine.Batches;
using FranceTravail.Parcours.Engine.Clock;
using FranceTravail.Parcours.Engine.Deadlines;
using FranceTravail.Parcours.Engine.Matching;
using FranceTravail.Parcours.Engine.Namespaces;
using FranceTravail.Parcours.Engine.Queries;
using FranceTravail.Parcours.Engine.Runs;
using FranceTravail.Parcours.Engine.Skipping;
using FranceTravail.Parcours.Engine.Storage;
using FranceTravail.Parcours.Engine.Visibility;
using FranceTravail.Parcours.Engine.Watching;
using FranceTravail.Parcours.Engine.Workers;
using FranceTravail.Parcours.Engine.Writing;
using Microsoft.Extensions.Logging;
using Temporalio.Api.Common.V1;

namespace FranceTravail.Parcours.Engine;

/// <summary>The engine without its protocol: heart, writer, queues and clock, put together.</summary>
internal sealed class EngineCore : IAsyncDisposable
{
    private readonly ILogger logger;
    private readonly CancellationTokenSource stop = new();
    private Task streaming = Task.CompletedTask;

    public EngineCore(IStore store, EngineClock clock, EngineLimits limits, NamespaceCatalog catalog, VisibilityReader? visibility, BatchCatalog? batches, IChance chance, ILoggerFactory loggers)
    {
        logger = loggers.CreateLogger<EngineCore>();
        Meter = new EngineMeter();
        store = new WatchedStore(store, Meter);
        Store = store;
        Clock = clock;
        Limits = limits;
        Catalog = catalog;
        Visibility = visibility;
        Cache = new RunCache(store);
        Queues = new TaskQueues(loggers.CreateLogger<TaskQueues>(), Meter, QueueSettings.LimitOf);
        Workers = new WorkerRegistry(TimeProvider.System);
        Writer = new Writer(new WriterServices(clock, chance, limits, catalog), store, Cache, Queues, Meter, loggers.CreateLogger<Writer>());
        Deadlines = new DeadlineQueue(clock, store, Writer, loggers.CreateLogger<DeadlineQueue>());
        Watchers = new Watchers(Writer);
        Asking = new QueryBroker(Writer, Queues);
        Batches = batches;
        BatchRunner = batches is null ? null : new BatchRunner(batches, Writer, loggers.CreateLogger<BatchRunner>());
        Retention = new Retention(clock, store, Writer, catalog, batches, loggers.CreateLogger<Retention>());
        Reclaimer = new Reclaimer(Writer, catalog, loggers.CreateLogger<Reclaimer>());
        Skipping = new TimeSkipping(clock, store, Writer, Deadlines, Queues, loggers.CreateLogger<TimeSkipping>());
        Condition = new Condition(Writer, store);
        Gauges.Add(Meter, this);
    }

    public EngineMeter Meter { get; }

    public Condition Condition { get; }

    public IStore Store { get; }

    public EngineClock Clock { get; }

    public EngineLimits Limits { get; }

    public NamespaceCatalog Catalog { get; }

    /// <summary>Lists and counts; null without a file.</summary>
    public VisibilityReader? Visibility { get; }

    /// <summary>Operations on many runs; null without a file.</summary>
    public BatchCatalog? Batches { get; }

    public BatchRunner? BatchRunner { get; }

    public RunCache Cache { get; }

    public TaskQueues Queues { get; }

    public QueueSettings QueueSettings { get; } = new();

    public WorkerRegistry Workers { get; }

    /// <summary>The machine that this runs on.</summary>
    public string HostName { get; } = Environment.MachineName;

    public Writer Writer { get; }

    public DeadlineQueue Deadlines { get; }

    public Watchers Watchers { get; }

    public QueryBroker Asking { get; }

    public TimeSkipping Skipping { get; }

    public Retention Retention { get; }

    public Reclaimer Reclaimer { get; }

    /// <summary>The address that is listened on, as host:port; empty before.</summary>
    public string Address { get; set; } = "";

    /// <summary>Names this service for as long as its file lasts.</summary>
    public string ClusterId { get; set; } = Guid.NewGuid().ToString();

    /// <summary>Begins. What is pending is put back into the queues while calls are answered already; a virtual clock has to know all of it before.</summary>
    public void Start()
    {
        var pending = new PendingRuns(Store, Queues, logger);
        var runs = Clock.IsVirtual ? pending.All() : [];
        Writer.Start();
        Deadlines.Start();
        Skipping.Start(runs);
        Retention.Start();
        Reclaimer.Start();
        BatchRunner?.Start();
        if (!Clock.IsVirtual)
        {
            streaming = Task.Run(() => pending.StreamAsync(stop.Token));
        }
    }

    /// <summary>The run that a request names. Throws when there is none.</summary>
    public Run Resolve(string @namespace, WorkflowExecution? execution) => Addressing.Resolve(Cache.Find, Cache.Current, @namespace, execution);

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await streaming;
        if (BatchRunner is not null)
        {
            await BatchRunner.DisposeAsync();
        }

        await Retention.DisposeAsync();
        await Reclaimer.DisposeAsync();
        await Skipping.DisposeAsync();
        await Deadlines.DisposeAsync();
        if (Clock.IsVirtual)
        {
            Writer.RememberTime();
        }

        await Writer.DisposeAsync();
        Visibility?.Dispose();
        Store.Dispose();
        Meter.Dispose();
        stop.Dispose();
    }
}
