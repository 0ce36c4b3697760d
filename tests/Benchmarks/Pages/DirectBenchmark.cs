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
        var ids = await db.Dossiers.Where(d => d.Territoire == "rhone").OrderBy(d => d.Id).Select(d => d.Id).Take(Pages).ToListAsync();
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

        var process = Process.GetCurrentProcess();
        await Task.Delay(TimeSpan.FromSeconds(3));
        var idle = await MeasureAsync(process, () => Task.CompletedTask);
        events = 0;
        var round = 0;
        var busy = await MeasureAsync(process, () => WriteAsync(magasin, round++));
        AnsiConsole.MarkupLineInterpolated(
            CultureInfo.InvariantCulture,
            $"[bold]{store}[/], {Pages} open pages: {idle:F3} core idle, [bold]{busy:F3}[/] core with {PerSecond} commits a second, the commits included; {events} events reached a page");
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

    /// <summary>A commit on a dossier of another territory, every tenth of them on one that a page shows.</summary>
    private static async Task WriteAsync(FournisseurDossiers magasin, int round)
    {
        await using var db = magasin.CreateDbContext();
        var territoire = round % PerSecond == 0 ? "rhone" : "reunion";
        var dossier = await db.Dossiers.Where(d => d.Territoire == territoire).OrderBy(d => d.Id).Skip(round % 500).FirstAsync();
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
