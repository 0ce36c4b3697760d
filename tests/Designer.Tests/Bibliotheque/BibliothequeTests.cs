using FranceTravail.Parcours.Activities;
using FranceTravail.Parcours.Activities.Composition;
using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Designer.Bibliotheque;
using FranceTravail.Parcours.Designer.Composition;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace FranceTravail.Parcours.Designer.Tests.Bibliotheque;

public sealed class BibliothequeTests : IAsyncLifetime
{
    private readonly string chemin = Directory.CreateTempSubdirectory("modeles-").FullName;
    private ServiceProvider services = null!;

    [Fact]
    public async Task Should_publish_the_national_template_at_the_first_start_only()
    {
        await StartAsync();
        await StartAsync();
        await using var db = Db();
        var version = await db.Modeles.SingleAsync();
        Assert.Equal(("national", 1), (version.ModeleId, version.Version));
        Assert.Equal(BibliothequeModeles.DefinitionNationale, version.DefinitionJson);
    }

    [Fact]
    public async Task When_many_publish_the_same_at_once_there_is_one_version()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => PublierAsync(BibliothequeModeles.DefinitionNationale))));
        Assert.All(results, r => Assert.Equal(1, r.Version));
        await using var db = Db();
        Assert.Equal(1, await db.Modeles.CountAsync());
    }

    [Fact]
    public async Task When_the_definition_changes_it_is_the_next_version_and_the_old_one_stays()
    {
        await PublierAsync(BibliothequeModeles.DefinitionNationale);
        Assert.Equal(2, (await PublierAsync(BibliothequeModeles.DefinitionNationale.Replace("\"P3M\"", "\"P2M\""))).Version);
        await using var db = Db();
        Assert.Equal(2, await db.Modeles.CountAsync());
        await Assert.ThrowsAsync<DossiersException>(() => db.Database.ExecuteSqlRawAsync("UPDATE Modeles SET Nom = 'autre' WHERE Version = 1"));
    }

    [Fact]
    public async Task When_the_definition_is_refused_nothing_is_published()
    {
        var result = await PublierAsync("{}");
        Assert.NotEmpty(result.Erreurs);
        Assert.Null(result.Version);
        await using var db = Db();
        Assert.Equal(0, await db.Modeles.CountAsync());
    }

    public async ValueTask InitializeAsync()
    {
        services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System)
            .AddActivities(new ActivitiesOptions { DataDirectory = chemin }).AddDesigner().BuildServiceProvider();
        await services.GetRequiredService<BaseDossiers>().PreparerAsync(null, default);
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        Directory.Delete(chemin, recursive: true);
    }

    private async Task StartAsync()
    {
        foreach (var service in services.GetServices<IHostedService>())
        {
            await service.StartAsync(default);
        }
    }

    private Task<ResultatPublication> PublierAsync(string definition) =>
        services.GetRequiredService<BibliothequeModeles>().PublierAsync(BibliothequeModeles.National, definition, default);

    private DossiersDbContext Db() => services.GetRequiredService<IDbContextFactory<DossiersDbContext>>().CreateDbContext();
}
