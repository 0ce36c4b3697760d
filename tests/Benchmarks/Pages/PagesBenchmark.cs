using System.Diagnostics;
using System.Globalization;
using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Host.Composition;
using FranceTravail.Parcours.Host.Tests.Web;
using FranceTravail.Parcours.Outils;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;

namespace FranceTravail.Parcours.Benchmarks.Pages;

/// <summary>
/// What a counsellor waits for, whole: the request, the queries, the page, the trace of her access. The store is filled once and kept for
/// the next time. <c>pages sqlite|postgresql FOLDER [DOSSIERS] [ROUNDS]</c>.
/// </summary>
internal static class PagesBenchmark
{
    public const string Usage = "usage: dotnet run -c Release --project tests/Benchmarks -- pages|direct sqlite|postgresql FOLDER [DOSSIERS] [ROUNDS]";

    private const int TableWidth = 120;

    public static async Task<int> RunAsync(string store, string folder, int dossiers, int rounds)
    {
        await using var host = await StartAsync(store, folder, dossiers);
        var pages = await PagesAsync(host);
        var table = new Table().AddColumns("page", "p50 ms", "p95 ms", "p99 ms", "max ms");
        foreach (var (name, who, path) in pages)
        {
            using var visitor = new Visiteur(new(host.Url!));
            await visitor.EntrerAsync("conseiller", who);
            var times = new List<double>();
            for (var round = -5; round < rounds; round++)
            {
                var start = Stopwatch.GetTimestamp();
                using var answer = await visitor.GetAsync(path(round + 5));
                await answer.Content.ReadAsStringAsync();
                answer.EnsureSuccessStatusCode();
                if (round >= 0)
                {
                    times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                }
            }

            times.Sort();
            string At(double percentile) => times[(int)Math.Ceiling(percentile / 100 * times.Count) - 1].ToString("F0", CultureInfo.InvariantCulture);
            table.AddRow(name, At(50), At(95), At(99), At(100));
        }

        AnsiConsole.Profile.Width = TableWidth;
        AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[bold]{store}[/], {dossiers} dossiers, {rounds} requests a page, one after the other, {Environment.ProcessorCount} cores");
        AnsiConsole.Write(table);
        return 0;
    }

    /// <summary>The web role on the filled store.</summary>
    public static async Task<RunningHost> StartAsync(string store, string folder, int dossiers)
    {
        Directory.CreateDirectory(folder);
        var settings = new HostSettings
        {
            Roles = HostRoles.Web,
            DataDirectory = folder,
            Url = "http://127.0.0.1:0",
            TemporalAddress = "127.0.0.1:9",
            PartenairesAddress = new("http://127.0.0.1:9"),
            PostgreSql = store == "postgresql" ? Environment.GetEnvironmentVariable("PARCOURS_POSTGRESQL") ?? await ServeurPostgreSql.NouvelleBaseAsync() : null,
        };
        var host = await RunningHost.StartAsync(settings, new ConfigurationBuilder().Build(), CancellationToken.None);
        await using var db = host.Services.GetRequiredService<FournisseurDossiers>().CreateDbContext();
        if (!await db.Dossiers.AnyAsync())
        {
            var start = Stopwatch.GetTimestamp();
            await new Remplissage(db, dossiers, seed: 1).RemplirAsync();
            db.Database.SetCommandTimeout(TimeSpan.FromHours(1));
            await db.Database.ExecuteSqlRawAsync(settings.PostgreSql is null ? "ANALYZE" : "VACUUM ANALYZE");
            AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"filled in {Stopwatch.GetElapsedTime(start).TotalSeconds:F0} s");
        }

        return host;
    }

    private static async Task<IReadOnlyList<(string Name, string Who, Func<int, string> Path)>> PagesAsync(RunningHost host)
    {
        const string Counsellor = "c-rhone-1", Supervisor = "c-rhone-6";
        await using var db = host.Services.GetRequiredService<FournisseurDossiers>().CreateDbContext();
        var ids = await db.Dossiers.Where(d => d.Territoire == "rhone").OrderBy(d => d.Id).Select(d => d.Id).Take(500).ToListAsync();
        return
        [
            ("Ma journée", Counsellor, _ => "/ma-journee"),
            ("Ma journée, encadrement", Supervisor, _ => "/ma-journee"),
            ("Portefeuille", Counsellor, n => $"/portefeuille?page={1 + (n % 20)}"),
            ("Dossier", Counsellor, n => $"/dossiers/{ids[n * 7 % ids.Count]}"),
            ("Tout le territoire", Counsellor, n => $"/portefeuille?tous=true&page={1 + (n % 5)}"),
            ("Tout le territoire, loin", Counsellor, n => $"/portefeuille?tous=true&page={100 + (n * 17 % 300)}"),
            ("Recherche, début d’un nom", Counsellor, n => $"/portefeuille?nom={Debut(n)}"),
            ("Recherche, milieu d’un nom", Counsellor, n => $"/portefeuille?nom={Milieu(n)}"),
            ("Recherche, personne", Counsellor, _ => "/portefeuille?nom=zzyx"),
        ];
    }

    private static string Debut(int n) => ((string[])["martin", "ber", "du", "le", "garcia marie"])[n % 5];

    private static string Milieu(int n) => ((string[])["art", "eroy", "ann", "oust", "ill"])[n % 5];
}
