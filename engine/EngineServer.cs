using System.Globalization;
using FranceTravail.Parcours.Engine.Batches;
using FranceTravail.Parcours.Engine.Clock;
using FranceTravail.Parcours.Engine.Namespaces;
using FranceTravail.Parcours.Engine.Protocol.Activities;
using FranceTravail.Parcours.Engine.Protocol.Batches;
using FranceTravail.Parcours.Engine.Protocol.Namespaces;
using FranceTravail.Parcours.Engine.Protocol.Schedules;
using FranceTravail.Parcours.Engine.Protocol.Service;
using FranceTravail.Parcours.Engine.Protocol.TaskQueues;
using FranceTravail.Parcours.Engine.Protocol.TimeSkipping;
using FranceTravail.Parcours.Engine.Protocol.Transport;
using FranceTravail.Parcours.Engine.Protocol.Visibility;
using FranceTravail.Parcours.Engine.Protocol.Workflows;
using FranceTravail.Parcours.Engine.Protocol.Workers;
using FranceTravail.Parcours.Engine.Protocol.WorkflowTasks;
using FranceTravail.Parcours.Engine.Runs;
using FranceTravail.Parcours.Engine.Storage;
using FranceTravail.Parcours.Engine.Storage.Sqlite;
using FranceTravail.Parcours.Engine.Visibility;
using FranceTravail.Parcours.Engine.Attributes;
using Grpc.AspNetCore.Server.Model;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Temporalio.Api.Enums.V1;

namespace FranceTravail.Parcours.Engine;

/// <summary>A Temporal service in this process: HTTP/2, in cleartext on loopback only, state in one SQLite file.</summary>
public sealed class EngineServer : IAsyncDisposable
{
    /// <summary>The name of the engine's meter, for those who read <see cref="System.Diagnostics.Metrics"/>; docs/engine.md says what it has.</summary>
    public const string MeterName = "FranceTravail.Parcours.Engine";

    /// <summary>A connection without a call is closed after this; clients open another when they need one.</summary>
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(2);

    /// <summary>A client that sends or takes less holds what others need, and is left. It counts only while something is under way, not while a call waits.</summary>
    private static readonly MinDataRate Slowest = new(bytesPerSecond: 100, gracePeriod: TimeSpan.FromSeconds(30));

    private static readonly TaskCompletionSource<string> Never = new();

    private readonly WebApplication app;
    private readonly EngineCore core;
    private readonly EngineFile? file;
    private readonly Listening listening;

    private EngineServer(WebApplication app, EngineCore core, EngineFile? file, Listening listening)
    {
        this.app = app;
        this.listening = listening;
        this.core = core;
        this.file = file;
        Address = new Uri(app.Urls.First()).Authority;
        core.Address = Address;
    }

    /// <summary>Gets the address that is really listened on, as host:port.</summary>
    public string Address { get; }

    /// <summary>Gets the engine's clock, real or virtual; the whole process should follow it.</summary>
    public TimeProvider Clock => core.Clock;

    /// <summary>
    /// Gets what ends, with the reason, when the database file was deleted, replaced or cut under the engine: nothing that it accepts comes back
    /// at its next start, so whoever serves it must stop, and not with success. Never ends in memory.
    /// </summary>
    public Task<string> Lost => file?.Lost ?? Never.Task;

    /// <summary>Opens the file, puts what is pending back into the queues, and listens.</summary>
    /// <exception cref="ArgumentException">The address is not host:port, is not known, or is open to other machines without what <see cref="EngineAccess"/> wants there.</exception>
    /// <exception cref="EngineStartException">The port is in use, or the file cannot be used. Nothing was changed.</exception>
    public static async Task<EngineServer> StartAsync(EngineOptions options, ILoggerFactory loggers, CancellationToken cancellationToken)
    {
        var listening = Listening.Of(options.Address, options.Access);
        var file = options.InMemory ? null : EngineFile.Open(options.DatabasePath);
        EngineCore? core = null;
        WebApplication? app = null;
        try
        {
            core = Compose(options, file, loggers);
            app = Listen(options, listening, core, loggers);
            core.Start();
            await app.StartAsync(cancellationToken);
            return new EngineServer(app, core, file, listening);
        }
        catch (Exception e)
        {
            if (app is not null)
            {
                await app.DisposeAsync();
            }

            if (core is not null)
            {
                await core.DisposeAsync();
            }

            file?.Dispose();
            listening.Dispose();
            if (e is IOException { InnerException: AddressInUseException })
            {
                throw new EngineStartException(EngineStartReason.PortInUse, $"The address {options.Address} is in use.", e);
            }

            if (StartFault.Of(options.DatabasePath, e) is { } refusal)
            {
                throw refusal;
            }

            throw;
        }
    }

    /// <summary>Ends the calls in progress, writes what was accepted, and closes the file.</summary>
    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await core.DisposeAsync();
        file?.Dispose();
        listening.Dispose();
    }

    private static EngineCore Compose(EngineOptions options, EngineFile? file, ILoggerFactory loggers)
    {
        var attributes = new SearchAttributeRegistry();
        var catalog = new NamespaceCatalog(attributes, file is null ? null : file.OpenReader);
        IStore store = file is null ? new MemoryStore() : new SqliteStore(file);
        if (file is not null)
        {
            catalog.Load();
        }

        foreach (var description in options.Namespaces.Prepend(NamespaceCatalog.Default).Distinct().Select(name => NamespaceDescriptions.New(name, Guid.NewGuid().ToString(), options.Retention.ToDuration())).Append(NamespaceDescriptions.System()))
        {
            if (catalog.Exists(description.NamespaceInfo.Name))
            {
                continue;
            }

            if (file is not null)
            {
                NamespaceCatalog.Write(file.Writer, null, description);
            }

            catalog.Keep(description);
        }

        if (file is not null && options.SearchAttributes.Count > 0)
        {
            Register(options, catalog, file);
        }

        var clock = new EngineClock(options.VirtualClock, file is null ? options.VirtualStart ?? DateTimeOffset.UtcNow : LastMoment(file) ?? options.VirtualStart ?? DateTimeOffset.UtcNow);
        var visibility = file is null ? null : new VisibilityReader(file.OpenReader, attributes);
        var batches = file is null ? null : new BatchCatalog(file.OpenReader);
        var core = new EngineCore(store, clock, options.Limits, catalog, visibility, batches, new RandomChance(), loggers);
        if (file is not null)
        {
            core.QueueSettings.Load(file.Writer);
            core.ClusterId = file.Remembered("cluster") ?? file.Remember("cluster", core.ClusterId);
        }

        return core;
    }

    private static void Register(EngineOptions options, NamespaceCatalog catalog, EngineFile file)
    {
        foreach (var (name, type) in options.SearchAttributes)
        {
            if (!Enum.TryParse<IndexedValueType>(type, out var known) || known == IndexedValueType.Unspecified)
            {
                throw new ArgumentException($"Search attribute {name} has no type '{type}'.", nameof(options));
            }

            foreach (var @namespace in options.Namespaces.Prepend(NamespaceCatalog.Default).Distinct())
            {
                SearchAttributeTable.Add(file.Writer, null, @namespace, name, known);
            }
        }

        catalog.ReloadAttributes();
    }

    private static DateTimeOffset? LastMoment(EngineFile file) =>
        file.Remembered("clock") is { } ticks ? new DateTimeOffset(long.Parse(ticks, CultureInfo.InvariantCulture), TimeSpan.Zero) : null;

    private static WebApplication Listen(EngineOptions options, Listening listening, EngineCore core, ILoggerFactory loggers)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddSingleton<ILoggerFactory>(new TransportLoggers(loggers));
        builder.Services.AddLogging();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            listening.Configure(kestrel);
            kestrel.Limits.KeepAliveTimeout = Idle;
            kestrel.Limits.MinRequestBodyDataRate = Slowest;
            kestrel.Limits.MinResponseDataRate = Slowest;
            kestrel.Limits.Http2.KeepAlivePingDelay = TimeSpan.FromSeconds(30);
            kestrel.Limits.Http2.KeepAlivePingTimeout = TimeSpan.FromSeconds(30);
            kestrel.Limits.Http2.MaxStreamsPerConnection = options.Limits.CallsOfConnection;
        });
        builder.Services.AddSingleton<IConnectionListenerFactory>(new BoundedListeners(Descriptors.Connections, new TransportLoggers(loggers)));
        builder.Services.AddRoutingCore();
        builder.Services.AddGrpc(grpc => grpc.MaxReceiveMessageSize = 4 * 1024 * 1024);
        builder.Services.AddSingleton(Handlers(core));
        builder.Services.AddSingleton(new Admission(core.Writer, options.Limits));
        builder.Services.AddSingleton(core.Meter);
        builder.Services.AddSingleton(core.Condition);
        builder.Services.AddSingleton<INamespaceCatalog>(core.Catalog);
        builder.Services.AddSingleton<TemporalGateway>();
        builder.Services.AddSingleton<IServiceMethodProvider<TemporalGateway>, TemporalMethods>();
        var app = builder.Build();
        app.UseFrameFaults();
        Admission.UseSending(app);
        if (options.Access.ApiKey is { Length: > 0 } key)
        {
            app.UseKey(key);
        }

        app.UseRouting();
        app.MapGrpcService<TemporalGateway>();
        app.MapGrpcService<HealthService>();
        return app;
    }

    private static HandlerTable Handlers(EngineCore core)
    {
        var table = new HandlerTable();
        new SystemHandlers(core).Register(table);
        new NamespaceHandlers(core).Register(table);
        new WorkflowHandlers(core).Register(table);
        new WorkflowOptionsHandlers(core).Register(table);
        new ResetHandlers(core).Register(table);
        new HistoryHandlers(core).Register(table);
        new DescribeHandlers(core).Register(table);
        new QueryHandlers(core).Register(table);
        new UpdateHandlers(core).Register(table);
        new MultiOperationHandlers(core).Register(table);
        new WorkflowTaskHandlers(core).Register(table);
        new ActivityHandlers(core).Register(table);
        new ActivityOperationHandlers(core).Register(table);
        new VisibilityHandlers(core).Register(table);
        new ScheduleHandlers(core).Register(table);
        new ScheduleReadHandlers(core).Register(table);
        new ScheduleListHandlers(core).Register(table);
        new TaskQueueHandlers(core).Register(table);
        new WorkerHandlers(core).Register(table);
        new AbsentHandlers(core).Register(table);
        new OperatorHandlers(core).Register(table);
        new BatchHandlers(core).Register(table);
        new TestServiceHandlers(core).Register(table);
        return table;
    }
}
