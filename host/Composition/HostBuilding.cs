using FranceTravail.Parcours.Activities;
using FranceTravail.Parcours.Activities.Composition;
using FranceTravail.Parcours.Activities.Observation;
using FranceTravail.Parcours.Activities.Partenaires;
using FranceTravail.Parcours.Host.Communes;
using FranceTravail.Parcours.Host.Inscriptions;
using FranceTravail.Parcours.Host.Observation;
using FranceTravail.Parcours.Host.Parcours;
using FranceTravail.Parcours.Host.Territoires;
using FranceTravail.Parcours.Workflows.Serialisation;
using Temporalio.Client;

namespace FranceTravail.Parcours.Host.Composition;

/// <summary>Builds the generic host of the chosen roles; each role adds its own services.</summary>
internal static class HostBuilding
{
    public static IHost Build(HostSettings options, EmbeddedEngine? engine, Uri? simulateurs, ILoggerFactory loggers)
    {
        if (options.Roles.HasFlag(HostRoles.Web))
        {
            var web = WebApplication.CreateBuilder(new WebApplicationOptions
            {
                ApplicationName = typeof(HostBuilding).Assembly.GetName().Name,
                ContentRootPath = AppContext.BaseDirectory,
                WebRootPath = "wwwroot",
            });
            AddRoles(web, options, engine, simulateurs, loggers);
            web.AddWeb(options);
            return web.Build().UseWeb(options);
        }

        var plain = new HostApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = AppContext.BaseDirectory });
        AddRoles(plain, options, engine, simulateurs, loggers);
        return plain.Build();
    }

    /// <summary>What every process that touches dossiers needs: clock, case store, client of the engine, registers.</summary>
    public static IServiceCollection AddParcours(this IServiceCollection services, HostSettings options, string engineAddress, Uri partners, TimeProvider clock)
    {
        services.AddSingleton(options);
        services.AddSingleton(clock);
        services.AddSingleton(options.Calendriers);
        services.AddSingleton(options.Competences);
        services.AddActivities(new ActivitiesOptions
        {
            DataDirectory = options.DataDirectory,
            PostgreSql = options.PostgreSql,
            Partenaires = new PartenairesOptions { Adresse = partners },
        });
        services.AddSingleton(RegistreTerritoires.Lire());
        services.AddSingleton<RegistreCommunes>();
        services.AddSingleton<JourneyClient>();
        services.AddSingleton<Echecs>();
        services.AddSingleton<LienMoteur>();
        services.AddSingleton<ITemporalClient>(provider => TemporalClient.CreateLazy(new(engineAddress)
        {
            Namespace = options.TemporalNamespace,
            DataConverter = ParcoursDataConverter.Instance,
            LoggerFactory = provider.GetRequiredService<ILoggerFactory>(),
            Runtime = MetriquesTemporal.Runtime,
            Interceptors = [new TraceTemporal()],
        }));
        return services;
    }

    private static void AddRoles(IHostApplicationBuilder builder, HostSettings options, EmbeddedEngine? engine, Uri? simulateurs, ILoggerFactory loggers)
    {
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(loggers);
        if (engine is not null)
        {
            builder.Services.AddHostedService(_ => new GardeFichierMoteur(engine, options));
        }

        if (options.Roles is HostRoles.Engine or HostRoles.Simulateurs)
        {
            // Alone, these know nothing of dossiers.
            return;
        }

        var address = options.TemporalAddress ?? engine?.Address ?? options.EngineAddress;
        var partners = options.PartenairesAddress ?? simulateurs ?? new Uri($"http://{HostSettings.DefaultSimulateursAddress}");
        builder.Services.AddParcours(options, address, partners, engine?.Clock ?? TimeProvider.System);
        builder.Services.AddHostedService<GardeDossiers>();
        builder.Services.AddHostedService<GardeMoteur>();
        builder.Services.AddTelemetrie(options);
        if (options.Roles.HasFlag(HostRoles.Worker))
        {
            builder.Services.AddWorker();
        }
    }
}
