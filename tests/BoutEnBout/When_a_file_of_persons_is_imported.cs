using System.Linq.Expressions;
using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.BoutEnBout.Outils;
using FranceTravail.Parcours.Host.Composition;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Temporalio.Client;
using Xunit;

namespace FranceTravail.Parcours.BoutEnBout;

/// <summary>A territory's flux: every journey starts, the same file again starts none, a file with faults changes nothing.</summary>
public sealed class When_a_file_of_persons_is_imported : IAsyncLifetime
{
    private const int Persons = 50;

    /// <summary>A column and a value it refuses, for one row each.</summary>
    private static readonly (string Column, string Value)[] Planted =
    [
        ("reference", ""), ("reference", new('r', 65)), ("nom", ""), ("nom", "N0wak"), ("nom", new('a', 101)), ("nom", "@"), ("prenom", "4na"), ("prenom", new('a', 101)),
        ("date_naissance", ""), ("date_naissance", "32/13/1992"), ("date_naissance", "01/02/2092"), ("date_naissance", "01/02/2020"), ("date_naissance", "01/02/1802"),
        ("date_naissance", "01/02/92"), ("date_naissance", "hier"),
        ("commune", ""), ("commune", "99999"), ("commune", "62 510 Liévin"), ("commune", "Liévin"), ("commune", "625"),
    ];

    /// <summary>A column and a value that cannot be read, and for which nobody is refused.</summary>
    private static readonly (string Column, string Value)[] LeftOut =
    [
        ("telephone", "12"), ("courriel", "ana.courriel"), ("reference_caf", "123456789"), ("allocation", "Rente"),
        ("personnes_foyer", "zéro"), ("personnes_foyer", "-1"), ("enfants_moins_12", "beaucoup"),
    ];

    private readonly string directory = Directory.CreateTempSubdirectory("parcours-import-").FullName;
    private Programme program = null!;

    public async ValueTask InitializeAsync() => program = await Programme.StartAsync(directory);

    public async ValueTask DisposeAsync()
    {
        await program.DisposeAsync();
        Directory.Delete(directory, recursive: true);
    }

    [Fact]
    public async Task Should_start_every_journey_once_and_refuse_a_file_with_faults_whole()
    {
        var file = await GenererAsync("population.csv", "4");
        var first = await program.CommandeAsync("importer", file);
        Assert.Contains("50 nouveaux dossiers, 0 déjà connu", Flat(first), StringComparison.Ordinal);
        await EveryJourneyOpenAsync();

        var again = await program.CommandeAsync("importer", file);
        Assert.Contains("0 nouveau dossier, 50 déjà connus, 0 parcours démarré", Flat(again), StringComparison.Ordinal);
        await NothingDoubledAsync();

        await ChangeAsync(file);
        var faulty = await PlanterAsync(Planted);
        await RefusedAsync("importer", faulty, "--essai");
        await RefusedAsync("importer", faulty);
        await WarnedAsync("importer", await PlanterAsync(LeftOut), "--essai");
        await NothingDoubledAsync();
        await HistoriesKeptAsync();
    }

    /// <summary>Every person has another telephone: each journey takes it once, and every dossier agrees with its histories.</summary>
    private async Task ChangeAsync(string file)
    {
        var lines = await File.ReadAllLinesAsync(file);
        var at = Array.IndexOf(lines[0].Split(';'), "telephone");
        var changed = lines.Select((line, i) => string.Join(';', line.Split(';').Select((cell, column) => i > 0 && column == at ? $"+336{i:00000000}" : cell)));
        var other = Path.Combine(directory, "changements.csv");
        await File.WriteAllLinesAsync(other, changed);
        Assert.Contains("0 déjà connue et inchangée, 50 déjà connues et différentes", Flat(await program.CommandeAsync("importer", other, "--essai")), StringComparison.Ordinal);
        Assert.Contains("50 dossiers mis à jour.", Flat(await program.CommandeAsync("importer", other)), StringComparison.Ordinal);
        Assert.DoesNotContain("mis à jour", await program.CommandeAsync("importer", other), StringComparison.Ordinal);
        Assert.Contains("50 dossiers vérifiés : aucun écart.", Flat(await program.CommandeAsync("dossiers", "verifier")), StringComparison.Ordinal);
    }

    private async Task<string> GenererAsync(string name, string seed)
    {
        var file = Path.Combine(directory, name);
        await program.CommandeAsync("generer-population", $"{Persons}", file, "--graine", seed);
        return file;
    }

    /// <summary>Another population, new to the store, with one fault in each of some rows.</summary>
    private async Task<string> PlanterAsync((string Column, string Value)[] faults)
    {
        var file = await GenererAsync("fautes.csv", "5");
        var lines = await File.ReadAllLinesAsync(file);
        var columns = lines[0].Split(';');
        for (var i = 0; i < faults.Length; i++)
        {
            var cells = lines[Row(i)].Split(';');
            Assert.Equal(columns.Length, cells.Length);
            cells[Array.IndexOf(columns, faults[i].Column)] = faults[i].Value;
            lines[Row(i)] = string.Join(';', cells);
        }

        await File.WriteAllLinesAsync(file, lines);
        return file;
    }

    private async Task RefusedAsync(params string[] command)
    {
        var (code, _, complained) = await program.TenterAsync(command);
        Assert.Equal(1, code);
        var messages = Flat(complained).Trim().Split('\n');
        Assert.Equal(command.Contains("--essai") ? "20 erreurs ; tant qu’il en reste, rien ne peut être importé." : "20 erreurs ; rien n’a été importé.", messages[^1]);
        Assert.Equal(Planted.Length, messages.Length - 1);
        Assert.All(messages[..^1], (message, i) => Assert.StartsWith($"Ligne {Row(i) + 1}, colonne {Planted[i].Column}", message, StringComparison.Ordinal));
    }

    private async Task WarnedAsync(params string[] command)
    {
        var said = Flat(await program.CommandeAsync(command)).Trim().Split('\n');
        Assert.All(LeftOut, (fault, i) => Assert.Contains(said, line => line.StartsWith($"Ligne {Row(i) + 1}, colonne {fault.Column}", StringComparison.Ordinal) && line.EndsWith("Laissé de côté.", StringComparison.Ordinal)));
        Assert.StartsWith("Essai : 50 personnes nouvelles", said[^1], StringComparison.Ordinal);
    }

    private async Task EveryJourneyOpenAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        while (await CountAsync(d => d.Statut == StatutDossier.Ouvert) is var open && open < Persons)
        {
            Assert.False(patience.IsCancellationRequested, $"{open} journeys open");
            await Task.Delay(TimeSpan.FromMilliseconds(250));
        }
    }

    private async Task NothingDoubledAsync()
    {
        Assert.Equal(Persons, await CountAsync(_ => true));
        var client = await TemporalClient.ConnectAsync(new(EngineAddressFile.Read(directory)!));
        Assert.Equal(Persons, (await client.CountWorkflowsAsync("WorkflowType = 'Parcours'")).Count);
        Assert.Equal(Persons, (await client.CountWorkflowsAsync("WorkflowType = 'Parcours' AND ExecutionStatus = 'Running'")).Count);
    }

    /// <summary>Runs that ended at a review can be replayed as long as a journey lasts.</summary>
    private async Task HistoriesKeptAsync()
    {
        var client = await TemporalClient.ConnectAsync(new(EngineAddressFile.Read(directory)!));
        var described = await client.Connection.WorkflowService.DescribeNamespaceAsync(new() { Namespace = client.Options.Namespace });
        Assert.Equal(TimeSpan.FromDays(18_263), described.Config.WorkflowExecutionRetentionTtl.ToTimeSpan());
    }

    private async Task<int> CountAsync(Expression<Func<Dossier, bool>> which)
    {
        using var store = FournisseurDossiers.De(new() { DataDirectory = directory }, NullLoggerFactory.Instance);
        await using var db = store.CreateDbContext();
        return await db.Dossiers.CountAsync(which);
    }

    private static int Row(int fault) => 1 + (fault * 2);

    /// <summary>French typography keeps numbers with their nouns by no-break spaces.</summary>
    private static string Flat(string text) => text.Replace('\u00a0', ' ').Replace('\u202f', ' ').ReplaceLineEndings("\n");
}
