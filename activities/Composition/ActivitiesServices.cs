using Microsoft.Extensions.DependencyInjection.Extensions;
using FranceTravail.Parcours.Activities.Courriers;
using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Activities.Histoires;
using FranceTravail.Parcours.Activities.Modeles;
using FranceTravail.Parcours.Activities.Partenaires;
using FranceTravail.Parcours.Workflows.Competence;
using FranceTravail.Parcours.Workflows.Delais;
using FranceTravail.Parcours.Workflows.Etapes;
using FranceTravail.Parcours.Workflows.Parcours.Decisions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Temporalio.Activities;
using Temporalio.Extensions.Hosting;

namespace FranceTravail.Parcours.Activities.Composition;

/// <summary>What a host adds to have the case store, the partners and the letters, and what a worker adds to run the activities.</summary>
public static class ActivitiesServices
{
    /// <summary>
    /// Adds the case store (<see cref="FournisseurDossiers"/>, also as <see cref="IDbContextFactory{TContext}"/>) and <see cref="BaseDossiers"/>,
    /// whose <see cref="BaseDossiers.PreparerAsync"/> the host must call before anything else. Needs a <see cref="TimeProvider"/> and logging.
    /// </summary>
    public static IServiceCollection AddActivities(this IServiceCollection services, ActivitiesOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton(provider => FournisseurDossiers.De(options, provider.GetRequiredService<ILoggerFactory>()));
        services.AddSingleton<IDbContextFactory<DossiersDbContext>>(provider => provider.GetRequiredService<FournisseurDossiers>());
        services.AddSingleton<BaseDossiers>();
        services.TryAddSingleton(CatalogueEtapes.National);
        services.TryAddSingleton(CalendriersCommunes.Nationaux);
        services.TryAddSingleton(TableCompetence.Nationale);
        services.AddSingleton<ModelesPublies>();
        services.AddSingleton<ModelesLiquid>();
        services.AddSingleton<Deciseur>();
        services.AddSingleton<Effacement>();
        services.AddSingleton<Reconstructeur>();
        services.AddSingleton<Recommencement>();
        services.AddSingleton<Verificateur>();
        services.AddSingleton<Appariement>();
        services.AddPartenaires(options.Partenaires);
        return services;
    }

    /// <summary>Registers every activity that the journey calls, whichever folder has it; the services of <see cref="AddActivities"/> must be there.</summary>
    public static ITemporalWorkerServiceOptionsBuilder AddParcoursActivities(this ITemporalWorkerServiceOptionsBuilder worker) => typeof(ActivitiesServices).Assembly.GetTypes()
        .Where(t => t.GetMethods().Any(m => m.IsDefined(typeof(ActivityAttribute), inherit: false)) && t.IsClass)
        .Aggregate(worker, (suite, type) => suite.AddTransientActivities(type));
}
