using System.Net.Http.Json;
using System.Text.RegularExpressions;
using FranceTravail.Parcours.BoutEnBout.Outils;
using FranceTravail.Parcours.Host.Simulateurs.Effets;
using FranceTravail.Parcours.Workflows.Dossiers;
using Google.Protobuf.WellKnownTypes;
using Microsoft.EntityFrameworkCore;
using Temporalio.Exceptions;
using Xunit;

namespace FranceTravail.Parcours.BoutEnBout.Pannes;

/// <summary>Ten journeys, six power cuts, half of them during a start, partners that fail and lose answers: all reach their review, nothing happens twice.</summary>
public sealed partial class When_the_process_is_killed_again_and_again : IAsyncDisposable
{
    private const int Journeys = 10;
    private const int Kills = 6;

    private readonly string directory = Directory.CreateTempSubdirectory("parcours-pannes-").FullName;
    private readonly Random chance = new(20261124);
    private readonly CancellationTokenSource limit = new(TimeSpan.FromMinutes(20));
    private Programme program = null!;
    private int killed;

    private string Engine => Said(EngineOn());

    private Uri Simulators => new(Said(SimulatorsOn()));

    public async ValueTask DisposeAsync()
    {
        await program.DisposeAsync();
        limit.Dispose();
        Directory.Delete(directory, recursive: true);
    }

    [Fact]
    public async Task Should_lose_nothing_and_do_nothing_twice()
    {
        program = await StartAsync();
        var csv = Path.Combine(directory, "population.csv");
        await program.CommandeAsync("generer-population", $"{Journeys}", csv, "--graine", "25");
        using (var http = new HttpClient { BaseAddress = Simulators })
        {
            var bad = new { TauxErreur = 0.1, TauxReponsePerdue = 0.1 };
            var set = await http.PutAsJsonAsync("/reglages", new { Caf = bad, FranceTravail = bad, Agenda = bad, Messages = bad });
            set.EnsureSuccessStatusCode();
        }

        await ImportAsync(csv);
        var automate = new Automate(directory);
        while (killed < Kills || await AtReviewAsync(automate) < Journeys)
        {
            Assert.False(limit.IsCancellationRequested, $"{killed} kills, {await AtReviewAsync(automate)} journeys at their review\n{program.Output}");
            Assert.False(program.Stopped, $"The program ended by itself\n{program.Output}");
            await GoOnAsync(automate);
        }

        await CheckAsync(automate);
    }

    private Task<Programme> StartAsync() => Programme.StartAsync(directory, "--sandbox");

    /// <summary>Imports until the whole file is in: the same file again is no second import.</summary>
    private async Task ImportAsync(string csv)
    {
        for (var done = false; !done;)
        {
            try
            {
                var import = program.CommandeAsync("importer", csv, "--engine-address", Engine);
                await CutAsync(import);
                await import;
                done = true;
            }
            catch (InvalidOperationException)
            {
                Assert.False(limit.IsCancellationRequested, program.Output);
            }
        }
    }

    /// <summary>A round: acts on what waits, then lets days pass; in the middle of it, while cuts are left, the power goes.</summary>
    private async Task GoOnAsync(Automate automate)
    {
        var round = RoundAsync(automate);
        await CutAsync(round);
        await round;
    }

    private async Task RoundAsync(Automate automate)
    {
        try
        {
            var client = await Automate.ConnecterAsync(Engine);
            while (await automate.AgirAsync(client) > 0)
            {
            }

            using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(3));
            await client.Connection.TestService.UnlockTimeSkippingWithSleepAsync(
                new() { Duration = Duration.FromTimeSpan(TimeSpan.FromDays(14)) }, new() { CancellationToken = patience.Token });
        }
        catch (Exception e) when (e is TemporalException or OperationCanceledException or TimeoutException or InvalidOperationException)
        {
            // The process died in the middle, which is the test; the next round goes on from what stands.
            return;
        }
    }

    /// <summary>Kills the process at a moment drawn by lot while something goes on, then once more while it starts, and starts it again.</summary>
    private async Task CutAsync(Task during)
    {
        if (killed >= Kills)
        {
            return;
        }

        await Task.WhenAny(during, Task.Delay(Moment()));
        await program.DisposeAsync();
        program = Programme.Launch(directory, "--sandbox");
        await Task.Delay(Moment());
        await program.DisposeAsync();
        killed += 2;
        program = await StartAsync();
    }

    private TimeSpan Moment() => TimeSpan.FromMilliseconds(chance.Next(200, 4000));

    private static async Task<int> AtReviewAsync(Automate automate)
    {
        await using var db = automate.Lire();
        return await db.Taches.Where(t => t.Etape == "Parcours.RevuePeriodique").Select(t => t.DossierId).Distinct().CountAsync();
    }

    private async Task CheckAsync(Automate automate)
    {
        await using var db = automate.Lire();
        Assert.Equal(Journeys, await db.Dossiers.CountAsync());
        var facts = (await db.Faits.AsNoTracking().Select(f => new { f.DossierId, f.Sequence }).ToListAsync()).ToLookup(f => f.DossierId, f => f.Sequence);
        Assert.Equal(Journeys, facts.Count);
        Assert.All(facts, f => Assert.Equal(Enumerable.Range(1, f.Count()).Select(n => (long)n), f.Select(n => (long)n).Order()));

        var client = await Automate.ConnecterAsync(Engine);
        Assert.Equal(Journeys, (await client.CountWorkflowsAsync("WorkflowType = 'Parcours' AND ExecutionStatus = 'Running'")).Count);

        using var http = new HttpClient { BaseAddress = Simulators };
        var effects = await http.GetFromJsonAsync<Bilan>("/effets");
        Assert.Contains(effects!.Cles, k => k.Appels > k.Effets);
        Assert.All(effects.Cles, k => Assert.True(k.Effets <= 1, k.Cle));
        Assert.All(effects.Dossiers.Where(d => d.Operation is "inscription"), d => Assert.Equal(1, d.Cles));
        Assert.Equal(Journeys, effects.Dossiers.Count(d => d.Operation is "inscription"));
        Assert.All(effects.Dossiers.Where(d => d.Operation is "orientation"), d => Assert.Equal(1, d.Cles));
        Assert.Equal(Journeys, effects.Dossiers.Count(d => d.Operation is "orientation"));
        var givenBack = effects.Dossiers.Where(d => d.Operation is "liberation").ToDictionary(d => d.Dossier, d => d.Cles);
        Assert.All(effects.Dossiers.Where(d => d.Operation is "reservation"), d => Assert.InRange(d.Cles - givenBack.GetValueOrDefault(d.Dossier), 0, 1));
        var held = await db.RendezVous.AsNoTracking().Where(r => r.Statut == StatutRendezVous.Honore).Select(r => r.DossierId).ToListAsync();
        Assert.Equal(Journeys, held.Count);
        Assert.Equal(Journeys, held.Distinct().Count());
        var letters = await db.Courriers.AsNoTracking().Select(c => c.Cle).ToListAsync();
        Assert.Equal(letters.Count, letters.Distinct().Count());
        await Verite.VerifierAsync(client, automate.Magasin);
    }

    private string Said(Regex what) => what.Match(program.Output) is { Success: true } match ? match.Groups[1].Value : throw new InvalidOperationException(program.Output);

    [GeneratedRegex("Engine on ([0-9.:]+)")]
    private static partial Regex EngineOn();

    [GeneratedRegex("Simulators of the partner systems on (http://[^ /]+)")]
    private static partial Regex SimulatorsOn();
}
