using System.CommandLine;
using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Host.Commandes;
using FranceTravail.Parcours.Host.Composition;
using FranceTravail.Parcours.Outils;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;
using Xunit;

namespace FranceTravail.Parcours.Host.Tests.Imports;

/// <summary>Each session has services of its own, as a process has; the engine is away.</summary>
public sealed class When_several_import_at_once : IDisposable
{
    private const string Entete = "reference;nom;prenom;date_naissance;commune;telephone";

    private readonly string folder = Directory.CreateTempSubdirectory("parcours-imports-").FullName;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory, InlineData(false), InlineData(true)]
    public Task Should_write_each_person_once_and_all_come_to_their_end(bool postgreSql) => AvecBaseAsync(postgreSql, async connection =>
    {
        var rows = Enumerable.Range(0, 450).Select(at => $"R{at};Nom{Lettres(at)};Ana;01/02/1992;62510;06 00 00 {at / 100:00} {at % 100:00}").ToList();
        var told = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => ImportAsync(connection, rows))));
        Assert.Equal(rows.Count, told.Sum(t => int.Parse(t.Split("\u00a0nouveau")[0].Split('\n')[^1], System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal(rows.Count, await LireAsync(connection, db => db.Dossiers.CountAsync(Stop)));
    });

    [Theory, InlineData(false), InlineData(true)]
    public Task Should_set_aside_the_same_person_under_two_references(bool postgreSql) => AvecBaseAsync(postgreSql, async connection =>
    {
        var told = await Task.WhenAll(Enumerable.Range(0, 4).Select(at => Task.Run(() => ImportAsync(connection, [$"R{at};Kaba;Ana;01/02/1992;62510;06 12 34 56 78"]))));
        Assert.Equal(1, await LireAsync(connection, db => db.Dossiers.CountAsync(Stop)));
        Assert.Equal(3, told.Count(t => t.Contains("Ligne 2, mise de côté : une personne qui a déjà un dossier", StringComparison.Ordinal) && t.Contains("1\u00a0ligne mise de côté", StringComparison.Ordinal)));
    });

    [Theory, InlineData(false), InlineData(true)]
    public Task Should_see_in_a_dry_run_who_is_known_whatever_keeps_the_store(bool postgreSql) => AvecBaseAsync(postgreSql, async connection =>
    {
        string[] rows = ["R1;Kaba;Ana;01/02/1992;62510;06 12 34 56 78"];
        Assert.Contains("Essai : 1\u00a0personne nouvelle, 0\u00a0déjà connue", await ImportAsync(connection, rows, essai: true), StringComparison.Ordinal);
        await ImportAsync(connection, rows);
        Assert.Contains("Essai : 0\u00a0personne nouvelle, 1\u00a0déjà connue et inchangée", await ImportAsync(connection, rows, essai: true), StringComparison.Ordinal);
    });

    private static string Lettres(int number) => string.Concat($"{number}".Select(c => (char)('a' + c - '0')));

    private static async Task AvecBaseAsync(bool postgreSql, Func<string?, Task> test)
    {
        var connection = postgreSql ? await ServeurPostgreSql.NouvelleBaseAsync() : null;
        try
        {
            await test(connection);
        }
        finally
        {
            await (connection is null ? Task.CompletedTask : ServeurPostgreSql.SupprimerAsync(connection));
        }
    }

    private HostSettings Settings(string? connection) =>
        new() { DataDirectory = Path.Combine(folder, "donnees"), PostgreSql = connection, EngineAddress = "127.0.0.1:9", Patience = TimeSpan.FromSeconds(1) };

    private async Task<string> ImportAsync(string? connection, IReadOnlyList<string> rows, bool essai = false)
    {
        await using var said = new StringWriter();
        var console = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(TextWriter.Null) });
        var demande = new DemandeImport(string.Join('\n', [Entete, .. rows]), essai, new HashSet<string>());
        Assert.Equal(ExitCodes.Ok, await new ImportSession(Settings(connection), demande, console, new InvocationConfiguration { Output = said, Error = said }).RunAsync(Stop));
        return said.ToString();
    }

    private async Task<T> LireAsync<T>(string? connection, Func<DossiersDbContext, Task<T>> query)
    {
        await using var services = await CommandServices.OuvrirAsync(Settings(connection), UsageBase.Lire, Stop);
        await using var db = await services.GetRequiredService<IDbContextFactory<DossiersDbContext>>().CreateDbContextAsync(Stop);
        return await query(db);
    }
}
