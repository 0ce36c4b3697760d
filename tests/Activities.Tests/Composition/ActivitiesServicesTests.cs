using FranceTravail.Parcours.Activities.Composition;
using FranceTravail.Parcours.Workflows.Etapes;
using FranceTravail.Parcours.Workflows.Parcours.Fils;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Temporalio.Extensions.Hosting;

namespace FranceTravail.Parcours.Activities.Tests.Composition;

public sealed class ActivitiesServicesTests
{
    [Fact]
    public void Should_register_every_activity_that_a_journey_calls_and_no_other()
    {
        var called = CatalogueEtapes.National.Services.Select(s => s.Activite).Where(a => a != FilsServices.Ouvrir.Activite).Append("Decider").Order();

        var services = new ServiceCollection().AddLogging();
        services.AddHostedTemporalWorker("parcours").AddParcoursActivities();
        using var provider = services.BuildServiceProvider();
        var name = provider.GetServices<IPostConfigureOptions<TemporalWorkerServiceOptions>>()
            .OfType<PostConfigureOptions<TemporalWorkerServiceOptions, IServiceProvider>>().Select(o => o.Name).First();
        var registered = provider.GetRequiredService<IOptionsMonitor<TemporalWorkerServiceOptions>>().Get(name).Activities;
        Assert.Equal(called, registered.Select(a => a.Name).Order());
    }
}
