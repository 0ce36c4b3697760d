using System.Net;
using System.Text.Json.Serialization;
using FranceTravail.Parcours.Host.Simulateurs.Effets;
using FranceTravail.Parcours.Host.Simulateurs.Pannes;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace FranceTravail.Parcours.Host.Simulateurs;

/// <summary>The partner systems' simulators: real HTTP on a loopback port of their own, durable, with faults to order.</summary>
public sealed class SimulateursServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly SimulateursStore store;

    private SimulateursServer(WebApplication app, SimulateursStore store)
    {
        this.app = app;
        this.store = store;
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
    }

    /// <summary>Base address really bound.</summary>
    public Uri Address { get; }

    /// <summary>Opens the file and listens.</summary>
    /// <exception cref="IOException">The port is in use, or other simulators have the file.</exception>
    /// <exception cref="Microsoft.Data.Sqlite.SqliteException">The file cannot be opened or written.</exception>
    public static async Task<SimulateursServer> StartAsync(SimulateursOptions options, ILoggerFactory loggers, CancellationToken cancellationToken)
    {
        var store = new SimulateursStore(options.DatabasePath);
        try
        {
            var app = Build(options, store, loggers);
            await app.StartAsync(cancellationToken);
            return new SimulateursServer(app, store);
        }
        catch
        {
            await store.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await store.DisposeAsync();
    }

    private static WebApplication Build(SimulateursOptions options, SimulateursStore store, ILoggerFactory loggers)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPEndPoint.Parse(options.Address));
            kestrel.Limits.MaxRequestBodySize = 1024 * 1024;
        });
        builder.Services.AddRouting();
        builder.Services.AddSingleton(loggers);
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton(options.Clock);
        builder.Services.AddSingleton(store);
        builder.Services.AddSingleton<EffetsUniques>();
        builder.Services.AddSingleton<TirageDesPannes>();
        builder.Services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.Converters.Add(new JsonStringEnumConverter());
            json.SerializerOptions.RespectNullableAnnotations = true;
            json.SerializerOptions.RespectRequiredConstructorParameters = true;
        });

        var app = builder.Build();
        foreach (var simulateur in TousLesSimulateurs.Liste)
        {
            simulateur.Monter(app);
        }

        app.MapReglages();
        app.MapEffets();
        return app;
    }
}
