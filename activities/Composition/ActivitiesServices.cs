using Microsoft.Extensions.DependencyInjection.Extensions;
using FranceTravail.Parcours.Activities.Courriers;
using FranceTravail.Parcours.Activities.Decisions;
using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Activities.Histoires;
using FranceTravail.Parcours.Activities.Modeles;
using FranceTravail.Parcours.Activities.Partenaires;
using FranceTravail.Parcours.Workflows.Etapes;
using FranceTravail.Parcours.Workflows.Parcours.Decisions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Temporalio.Extensions.Hosting;

namespace FranceTravail.Parcours.Activities.Composition;

/// <summary>What a host adds to have the case store, the partners and the letters, and what a worker adds to run the activities.</summary>
public static class ActivitiesServices
{
    /// <summary>
    /// Adds the case store (<see cref="IDbContextFactory{TContext}"/> and scoped <see cref="DossiersDbContext"/>) and <see cref="BaseDossiers"/>,
    /// whose <see cref="BaseDossiers.PreparerAsync"/> the host must call before anything else. Needs a <see cref="TimeProvider"/>.
    /// </summary>
    public static IServiceCollection AddActivities(this IServiceCollection services, ActivitiesOptions options)
    {
        var connection = new SqliteConnectionStringBuilder { DataSource = options.DossiersDatabase, ForeignKeys = true, DefaultTimeout = 30 };
        services.AddSingleton(options);
        services.AddDbContextFactory<DossiersDbContext>(db => db.UseSqlite(connection.ConnectionString).AddInterceptors(new DurabiliteInterceptor()));
        services.AddSingleton<BaseDossiers>();
        services.TryAddSingleton(CatalogueEtapes.National);
        services.AddSingleton<ModelesPublies>();
        services.AddSingleton<ModelesLiquid>();
        services.AddSingleton<Deciseur>();
        services.AddSingleton<Reconstructeur>();
        services.AddPartenaires(options.Partenaires);
        return services;
    }

    /// <summary>Registers every activity that the journey calls; the services of <see cref="AddActivities"/> must be there.</summary>
    public static ITemporalWorkerServiceOptionsBuilder AddParcoursActivities(this ITemporalWorkerServiceOptionsBuilder worker) => worker
        .AddSingletonActivities<DecisionActivities>()
        .AddTransientActivities<PartenairesActivities>()
        .AddTransientActivities<CourriersActivities>();
}
