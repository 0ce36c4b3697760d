using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Host.Composition;
using FranceTravail.Parcours.Host.Tests.Direct;
using FranceTravail.Parcours.Outils;
using FranceTravail.Parcours.Workflows.Parcours;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace FranceTravail.Parcours.Host.Tests.Web;

/// <summary>The pages are the same over the other provider, and live too; two web hosts share what one of them writes.</summary>
public sealed class When_PostgreSQL_keeps_the_cases : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("parcours-web-").FullName;
    private string connexion = null!;
    private RunningHost host = null!;
    private RunningHost other = null!;

    public async ValueTask InitializeAsync()
    {
        connexion = await ServeurPostgreSql.NouvelleBaseAsync();
        host = await StartAsync("un");
        other = await StartAsync("deux");
    }

    public async ValueTask DisposeAsync()
    {
        await other.DisposeAsync();
        await host.DisposeAsync();
        await ServeurPostgreSql.SupprimerAsync(connexion);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Should_show_the_same_pages_on_both_hosts_and_wake_the_other_s()
    {
        var dossier = Dossiers.Open("Lévêque", 40);
        var task = Dossiers.Task(dossier, Dossiers.Now, RoleActeur.Conseiller, "valider 15 h déclarées");
        using var counsellor = new Visiteur(new(other.Url!));
        await counsellor.EntrerAsync("conseiller", Dossiers.Counsellor);
        using var page = await counsellor.EcouterAsync("/direct/journee");
        await page.SuivantAsync();
        await using (var db = host.Services.GetRequiredService<FournisseurDossiers>().CreateDbContext())
        {
            db.AddRange(dossier, task, Dossiers.Fact(dossier, 30, RoleActeur.Personne, "La personne déclare 15 h."));
            await db.SaveChangesAsync();
        }

        Assert.Equal("changement", (await page.SuivantAsync()).Evenement);
        foreach (var path in new[] { "/ma-journee", "/portefeuille", "/portefeuille?tous=true", "/portefeuille?nom=EVEQ", $"/dossiers/{dossier.Id}", $"/taches/{dossier.Id}/{task.Id}" })
        {
            Assert.True((await counsellor.PageAsync(path)).Contains("Ana Lévêque", StringComparison.Ordinal), path);
        }

        using var person = new Visiteur(new(host.Url!));
        await person.EntrerAsync("personne", dossier.Id);
        Assert.Contains("Mon parcours", await person.PageAsync("/mon-parcours"), StringComparison.Ordinal);
    }

    private Task<RunningHost> StartAsync(string name) => RunningHost.StartAsync(
        new()
        {
            Roles = HostRoles.Web,
            DataDirectory = Path.Combine(folder, name),
            PostgreSql = connexion,
            Url = "http://127.0.0.1:0",
            TemporalAddress = "127.0.0.1:9",
            PartenairesAddress = new("http://127.0.0.1:9"),
        },
        new ConfigurationBuilder().Build(),
        CancellationToken.None);
}
