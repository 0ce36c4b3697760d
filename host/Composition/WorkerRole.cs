using FranceTravail.Parcours.Activities.Composition;
using FranceTravail.Parcours.Designer.Composition;
using FranceTravail.Parcours.Host.Parcours;
using FranceTravail.Parcours.Workflows.Parcours;
using Temporalio.Extensions.Hosting;

namespace FranceTravail.Parcours.Host.Composition;

/// <summary>The worker role: runs journeys and their activities.</summary>
internal static class WorkerRole
{
    public static void AddWorker(this IServiceCollection services) => services
        .AddHostedService<HistoryKeeping>()
        .AddHostedService<VeilleParcours>()
        .AddDesigner()
        .AddHostedTemporalWorker(NomsParcours.FileDeTaches)
        .AddWorkflow<ParcoursWorkflow>()
        .AddParcoursActivities();
}
