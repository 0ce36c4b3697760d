using System.Net;
using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Host.Composition;
using FranceTravail.Parcours.Host.Imports;
using FranceTravail.Parcours.Host.Tests.Imports;
using FranceTravail.Parcours.Outils;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace FranceTravail.Parcours.Host.Tests.Web;

/// <summary>From several browsers, on two web hosts that share a store, and from a file beside them.</summary>
public sealed class When_a_person_registers_twice_at_once : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("parcours-deux-").FullName;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory, InlineData(false), InlineData(true)]
    public Task Should_have_one_dossier_and_be_told_so_in_the_other_browsers(bool postgreSql) => AvecDeuxAsync(postgreSql, async (one, other) =>
    {
        for (var round = 0; round < 3; round++)
        {
            var fields = Formulaire.Bon(Guid.NewGuid().ToString("n"));
            var answers = await Task.WhenAll(new[] { one, other, one, other, one, other }.Select(host => PosterAsync(host, fields)));
            Assert.Single(answers, a => a.Status == HttpStatusCode.Redirect);
            Assert.Equal(5, answers.Count(a => a.Status == HttpStatusCode.UnprocessableEntity && a.Page.Contains("est déjà inscrite", StringComparison.Ordinal)));
            Assert.Equal(1, await CompterAsync(one, fields["Nom"]));

            // Twins of the same name are rare; two of them confirm, and both pass.
            var confirmed = new Dictionary<string, string>(fields) { ["distincte"] = "oui" };
            Assert.All(await Task.WhenAll(PosterAsync(one, confirmed), PosterAsync(other, confirmed)), a => Assert.Equal(HttpStatusCode.Redirect, a.Status));
            Assert.Equal(3, await CompterAsync(one, fields["Nom"]));
        }

        foreach (var log in Directory.EnumerateFiles(folder, "parcours-*.json", SearchOption.AllDirectories))
        {
            using var reader = new StreamReader(new FileStream(log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
            Assert.DoesNotContain("\"@l\":\"Error\"", await reader.ReadToEndAsync(Stop), StringComparison.Ordinal);
        }
    });

    [Theory, InlineData(false), InlineData(true)]
    public Task Should_have_one_dossier_when_a_file_that_names_her_was_read_before(bool postgreSql) => AvecDeuxAsync(postgreSql, async (one, other) =>
    {
        var fields = Formulaire.Bon(Guid.NewGuid().ToString("n"));
        string[] rows = [Fichiers.Entete, $"R1;{fields["Nom"]};Idriss;01/02/1992;62510;;;;;;", "R2;Autre;Idriss;01/02/1992;62510;;;;;;"];
        await using var db = await other.Services.GetRequiredService<IDbContextFactory<DossiersDbContext>>().CreateDbContextAsync(Stop);
        var plan = await Planificateur.PlanifierAsync(db, Fichiers.Lire(rows).Lignes, new HashSet<string>(), Stop);
        Assert.Equal(2, plan.Nouveaux.Count);
        Assert.Equal(HttpStatusCode.Redirect, (await PosterAsync(one, fields)).Status);
        var done = await ActivatorUtilities.CreateInstance<Importateur>(other.Services).ImporterAsync(plan, _ => { }, Stop);
        Assert.Equal((1, 2), (done.Nouveaux, Assert.Single(done.Entretemps.Ecartes).Ligne));
        Assert.Equal(1, await CompterAsync(one, fields["Nom"]));
    });

    private static async Task<int> CompterAsync(RunningHost host, string nom)
    {
        await using var db = await host.Services.GetRequiredService<IDbContextFactory<DossiersDbContext>>().CreateDbContextAsync(Stop);
        return await db.Dossiers.CountAsync(d => d.Nom == nom, Stop);
    }

    private static async Task<(HttpStatusCode Status, string Page)> PosterAsync(RunningHost host, Dictionary<string, string> fields)
    {
        using var visitor = new Visiteur(new(host.Url!));
        var answer = await visitor.PostAsync("/inscription", "/inscription", new Dictionary<string, string>(fields) { ["cle"] = Guid.NewGuid().ToString("n") });
        return (answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Stop)));
    }

    private async Task AvecDeuxAsync(bool postgreSql, Func<RunningHost, RunningHost, Task> test)
    {
        var connection = postgreSql ? await ServeurPostgreSql.NouvelleBaseAsync() : null;
        await using (var one = await StartAsync("un", connection))
        await using (var other = await StartAsync(postgreSql ? "deux" : "un", connection))
        {
            await test(one, other);
        }

        await (connection is null ? Task.CompletedTask : ServeurPostgreSql.SupprimerAsync(connection));
    }

    private Task<RunningHost> StartAsync(string name, string? connection) => RunningHost.StartAsync(
        new()
        {
            Roles = HostRoles.Web,
            DataDirectory = Path.Combine(folder, name),
            PostgreSql = connection,
            Url = "http://127.0.0.1:0",
            TemporalAddress = "127.0.0.1:9",
            PartenairesAddress = new("http://127.0.0.1:9"),
            Patience = TimeSpan.FromSeconds(1),
        },
        new ConfigurationBuilder().Build(),
        Stop);
}
