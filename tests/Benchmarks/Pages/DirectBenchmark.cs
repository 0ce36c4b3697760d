using System.Diagnostics;
using System.Globalization;
using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Host.Tests.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;

namespace FranceTravail.Parcours.Benchmarks.Pages;

/// <summary>What a thousand open pages cost while others write: half of them inboxes, half dossiers, ten commits a second elsewhere.</summary>
internal static class DirectBenchmark
{
    private const int Pages = 1000;
    private const int PerSecond = 10;
    private static readonly TimeSpan During = TimeSpan.FromSeconds(30);

    public static async Task<int> RunAsync(string store, string folder, int dossiers)
    {
        await using var host = await PagesBenchmark.StartAsync(store, folder, dossiers);
        var magasin = host.Services.GetRequiredService<FournisseurDossiers>();
        await using var db = magasin.CreateDbContext();
        var elsewhere = await db.Dossiers.Where(d => d.Territoire == "reunion").OrderBy(d => d.Id).Select(d => d.Id).Take(Pages).ToListAsync();
        var ids = await db.Dossiers.Where(d => d.Territoire == "rhone").OrderBy(d => d.Id).Select(d => d.Id).Take(Pages).ToListAsync();
        var process = Process.GetCurrentProcess();
        var round = 0;
        Task WriteNextAsync() => WriteAsync(magasin, ++round % PerSecond == 0 ? ids[round % Pages] : elsewhere[round % Pages]);

        // Once for what a first time costs, once for what the commits themselves do.
        await MeasureAsync(process, WriteNextAsync);
        var alone = await MeasureAsync(process, WriteNextAsync);
        using var stop = new CancellationTokenSource();
        using var visitor = new Visiteur(new(host.Url!));
        await visitor.EntrerAsync("conseiller", "c-rhone-1");
        var (events, open) = (0, new List<Task>());
        for (var page = 0; page < Pages; page++)
        {
            var opened = new TaskCompletionSource();
            open.Add(ListenAsync(page % 2 == 0 ? "/direct/journee" : $"/direct/dossiers/{ids[page]}", opened));
            await opened.Task;
        }

        await Task.Delay(TimeSpan.FromSeconds(3));
        var idle = await MeasureAsync(process, () => Task.CompletedTask);
        events = 0;
        var busy = await MeasureAsync(process, WriteNextAsync);
        AnsiConsole.MarkupLineInterpolated(
            CultureInfo.InvariantCulture,
            $"[bold]{store}[/], {Pages} open pages: {idle:F3} core without a commit; {PerSecond} commits a second: {alone:F3} core without an open page, {busy:F3} with them, so the pages cost [bold]{busy - alone:F3}[/]; {events} events reached one");
        await stop.CancelAsync();
        await Task.WhenAll(open);
        return 0;

        async Task ListenAsync(string path, TaskCompletionSource opened)
        {
            try
            {
                using var reader = new StreamReader(await visitor.SuivreAsync(path, stop.Token));
                while (await reader.ReadLineAsync(stop.Token) is { } line)
                {
                    opened.TrySetResult();
                    events += line.StartsWith("event: changement", StringComparison.Ordinal) ? 1 : 0;
                }
            }
            catch (OperationCanceledException)
            {
                opened.TrySetResult();
            }
        }
    }

    /// <summary>Nine commits of ten are on a dossier of another territory, one on a dossier that may be open, of a counsellor whose inbox may be.</summary>
    private static async Task WriteAsync(FournisseurDossiers magasin, string id)
    {
        await using var db = magasin.CreateDbContext();
        var dossier = await db.Dossiers.SingleAsync(d => d.Id == id);
        dossier.Projection++;
        await db.SaveChangesAsync();
    }

    /// <summary>Cores used by this process while <paramref name="write"/> runs that many times a second.</summary>
    private static async Task<double> MeasureAsync(Process process, Func<Task> write)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / PerSecond));
        var (start, before) = (Stopwatch.GetTimestamp(), Cpu(process));
        while (Stopwatch.GetElapsedTime(start) < During && await timer.WaitForNextTickAsync())
        {
            await write();
        }

        return (Cpu(process) - before).TotalSeconds / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static TimeSpan Cpu(Process process)
    {
        process.Refresh();
        return process.TotalProcessorTime;
    }
}
