using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Host.Composition;
using FranceTravail.Parcours.Host.Parcours;
using FranceTravail.Parcours.Host.Tests.Web;
using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Taches;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Spectre.Console;
using Temporalio.Client;

namespace FranceTravail.Parcours.Benchmarks.Journeys;

/// <summary>
/// The whole product on real files: what a journey weighs until somebody decides and until its person can act, how long a posted act takes
/// alone, eight at once and eight times the same, and what a page says when no worker, then no engine, answers. <c>journeys FOLDER [PERSONS]</c>.
/// </summary>
internal sealed class JourneysBenchmark(string folder) : IAsyncDisposable
{
    public const string Usage = "usage: dotnet run -c Release --project tests/Benchmarks -- journeys FOLDER [PERSONS, 22 or more]";

    private const int AtOnce = 8;

    /// <summary>Acts apart from the others: of one key at once, without a worker, without an engine.</summary>
    private const int Apart = 3;
    private const int Least = 2 * (AtOnce + Apart);
    private const string Kept = "Votre saisie est gardée";
    private const string Decider = "decider-orientation";
    private const string Territoire = "pas-de-calais";
    private const string Confirmer = "confirmer-rendez-vous";

    private readonly ConcurrentQueue<string> faults = new();
    private RunningHost? engine;
    private RunningHost web = null!;
    private RunningHost? worker;

    public static async Task<int> RunAsync(string folder, int persons)
    {
        if (persons < Least)
        {
            Console.Error.WriteLine(Usage);
            return 2;
        }

        AnsiConsole.Profile.Width = 120;
        await using var bench = new JourneysBenchmark(folder);
        await bench.StartAsync();
        await bench.MeasureAsync(persons);
        foreach (var fault in bench.faults)
        {
            AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[red]{fault}[/]");
        }

        return bench.faults.IsEmpty ? 0 : 1;
    }

    public async ValueTask DisposeAsync()
    {
        await web.DisposeAsync();
        await (worker?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (engine?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    private ITemporalClient Client => web.Services.GetRequiredService<ITemporalClient>();

    private async Task StartAsync()
    {
        engine = await HostAsync(new() { Roles = HostRoles.Engine | HostRoles.Simulateurs, DataDirectory = folder, EngineAddress = "127.0.0.1:0" });
        web = await HostAsync(Beside(HostRoles.Web) with { Url = "http://127.0.0.1:0" });
        worker = await HostAsync(Beside(HostRoles.Worker));
    }

    private HostSettings Beside(HostRoles role) => new() { Roles = role, DataDirectory = folder, TemporalAddress = engine!.EngineAddress, PartenairesAddress = engine.SimulateursAddress };

    private async Task MeasureAsync(int persons)
    {
        var registered = await RegisterAsync(persons);
        var tasks = await WaitAsync(registered, Decider);
        var before = await WeighAsync(registered);
        var agents = await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => EnterAsync()));
        var agent = agents[0];

        var (alone, rest) = (tasks[..(persons / 2)], tasks[(persons / 2)..^Apart]);
        var one = await ActAsync(agent, alone);
        var start = Stopwatch.GetTimestamp();
        var together = (await Task.WhenAll(agents.Select((who, at) => ActAsync(who, rest.Where((_, i) => i % AtOnce == at))))).SelectMany(t => t).ToList();
        var perSecond = together.Count / Stopwatch.GetElapsedTime(start).TotalSeconds;

        var (same, key) = (tasks[^1], Guid.NewGuid());
        var equal = await Task.WhenAll(agents.Select(who => ActAsync(who, same, key)));
        await OnceAsync([.. alone, .. rest, same]);
        await WaitAsync([.. alone.Concat(rest).Select(t => t.DossierId)], Confirmer);
        var until = await WeighAsync([.. alone.Concat(rest).Select(t => t.DossierId)]);

        await worker!.DisposeAsync();
        worker = null;
        var (kept, keptKey) = (tasks[^2], Guid.NewGuid());
        var nobody = await ActAsync(agent, kept, keptKey, Kept);
        start = Stopwatch.GetTimestamp();
        worker = await HostAsync(Beside(HostRoles.Worker));
        await WaitAsync([kept.DossierId], Confirmer);
        var back = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        await ActAsync(agent, kept, keptKey);
        await OnceAsync([kept]);
        await worker.DisposeAsync();
        worker = null;
        await engine!.DisposeAsync();
        engine = null;
        var away = await ActAsync(agent, tasks[^3], Guid.NewGuid(), Kept);
        foreach (var who in agents)
        {
            who.Dispose();
        }

        var weights = new Table().AddColumns("until", "events p50", "events max", "bytes p50", "bytes max");
        Weights("a counsellor must decide the orientation", before);
        Weights("the person can confirm her appointment", until);
        AnsiConsole.Write(weights);
        var acts = new Table().AddColumns("an act and its answer", "p50 ms", "p95 ms", "max ms");
        Acts($"one after the other, {one.Count}", one);
        Acts(string.Create(CultureInfo.InvariantCulture, $"{AtOnce} browsers at once, {together.Count}: {perSecond:F0} a second"), together);
        Acts($"{AtOnce} times the same", [.. equal]);
        Acts("no worker: « Votre saisie est gardée », 503", [nobody]);
        Acts("from a worker’s start to what that act sets off, once", [back]);
        Acts("no engine: the same page", [away]);
        AnsiConsole.Write(acts);

        void Weights(string until, List<(int Events, int Bytes)> all) => weights.AddRow(
            until, At(all.Select(w => (double)w.Events), 50), At(all.Select(w => (double)w.Events), 100), At(all.Select(w => (double)w.Bytes), 50), At(all.Select(w => (double)w.Bytes), 100));
        void Acts(string what, List<double> times) => acts.AddRow(what, At(times, 50), At(times, 95), At(times, 100));
    }

    private async Task<List<string>> RegisterAsync(int persons)
    {
        var dossiers = Enumerable.Range(0, persons).Select(_ => new Dossier
        {
            Id = Guid.NewGuid().ToString("n"),
            Nom = "Kaba",
            Prenom = "Ana",
            DateNaissance = new(1992, 2, 1),
            CommuneInsee = "62510",
            Territoire = Territoire,
            SituationJson = """{"qualification":"Bac","moisSansEmploi":4,"seProjetteDansUnEmploi":true}""",
            ModeleId = "national",
            ModeleVersion = 1,
            InscritLe = SystemClock.Instance.GetCurrentInstant(),
        }).ToList();
        await using var db = Open();
        db.AddRange(dossiers);
        await db.SaveChangesAsync();
        foreach (var dossier in dossiers)
        {
            await web.Services.GetRequiredService<JourneyClient>().DemarrerAsync(dossier, CancellationToken.None);
        }

        return [.. dossiers.Select(d => d.Id)];
    }

    /// <summary>Their open tasks of that nature, once each has one.</summary>
    private async Task<List<Tache>> WaitAsync(List<string> ids, string nature)
    {
        for (var left = 600; ; left--)
        {
            await using var db = Open();
            var tasks = await db.Taches.AsNoTracking().Where(t => ids.Contains(t.DossierId) && t.Nature == nature && t.Statut == StatutTache.Ouverte).ToListAsync();
            if (tasks.Count == ids.Count)
            {
                return tasks;
            }

            await Task.Delay(left > 0 ? 200 : throw new TimeoutException($"{tasks.Count} of {ids.Count} have a task « {nature} »."));
        }
    }

    private async Task<List<(int Events, int Bytes)>> WeighAsync(List<string> ids)
    {
        var weights = new List<(int, int)>();
        foreach (var id in ids)
        {
            var history = await Client.GetWorkflowHandle(NomsParcours.IdWorkflow(id)).FetchHistoryAsync();
            weights.Add((history.Events.Count, history.Events.Sum(e => e.CalculateSize())));
        }

        return weights;
    }

    /// <summary>A counsellor who may decide the orientation.</summary>
    private async Task<Visiteur> EnterAsync()
    {
        await using var db = Open();
        var who = await db.Conseillers.Where(c => c.Territoire == Territoire && c.Organisme == OrganismeReferent.FranceTravail && !c.Encadrant).OrderBy(c => c.Id).Select(c => c.Id).FirstAsync();
        var agent = new Visiteur(new(web.Url!));
        await agent.EntrerAsync("conseiller", who);
        return agent;
    }

    /// <summary>One after the other.</summary>
    private async Task<List<double>> ActAsync(Visiteur who, IEnumerable<Tache> tasks)
    {
        var times = new List<double>();
        foreach (var task in tasks)
        {
            times.Add(await ActAsync(who, task, Guid.NewGuid()));
        }

        return times;
    }

    /// <summary>A page for its token, then the act: done, or the page that says <paramref name="unknown"/>.</summary>
    private async Task<double> ActAsync(Visiteur who, Tache task, Guid key, string? unknown = null)
    {
        var address = $"/taches/{task.DossierId}/{task.Id}";
        var start = Stopwatch.GetTimestamp();
        using var answer = await who.PostAsync("/inscription", address, new Dictionary<string, string> { ["geste"] = "retenir", ["cle"] = key.ToString() });
        var took = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        var expected = unknown is null ? HttpStatusCode.Redirect : HttpStatusCode.ServiceUnavailable;
        if (answer.StatusCode != expected || (unknown is not null && !WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()).Contains(unknown, StringComparison.Ordinal)))
        {
            faults.Enqueue($"{answer.StatusCode} where {expected} {unknown} was expected");
        }

        return took;
    }

    /// <summary>Each acknowledged act is in the case store, once.</summary>
    private async Task OnceAsync(List<Tache> tasks)
    {
        await using var db = Open();
        foreach (var task in tasks)
        {
            var decisions = await db.Faits.CountAsync(f => f.DossierId == task.DossierId && f.Code == "pre-orientation.decision");
            if (decisions != 1)
            {
                faults.Enqueue($"an acknowledged act has {decisions} effects");
            }
        }
    }

    private DossiersDbContext Open() => web.Services.GetRequiredService<FournisseurDossiers>().CreateDbContext();

    private static Task<RunningHost> HostAsync(HostSettings settings) => RunningHost.StartAsync(settings, new ConfigurationBuilder().Build(), CancellationToken.None);

    private static string At(IEnumerable<double> values, double percentile)
    {
        var sorted = values.Order().ToList();
        return sorted[(int)Math.Ceiling(percentile / 100 * sorted.Count) - 1].ToString("N0", CultureInfo.InvariantCulture);
    }
}
