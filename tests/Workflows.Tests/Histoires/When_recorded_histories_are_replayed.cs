using System.Text.Json.Nodes;
using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Serialisation;
using FranceTravail.Parcours.Workflows.Tests.Banc;
using Temporalio.Common;
using Temporalio.Worker;

namespace FranceTravail.Parcours.Workflows.Tests.Histoires;

/// <summary>
/// The code of today goes on with the journeys of every era: they replay, show the same rows to the byte, and ring at the same
/// instants, whatever became of the rules, the sentences and the calendars meanwhile.
/// </summary>
public class When_recorded_histories_are_replayed
{
    public static TheoryData<string> Fichiers =>
        [.. Directory.GetFiles(Dossier, "*.json", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(Dossier, f)).Order()];

    private static string Dossier { get; } = Path.Combine(AppContext.BaseDirectory, "Histoires");

    [Theory]
    [MemberData(nameof(Fichiers))]
    public async Task Should_replay_with_the_code_of_today(string fichier) => Assert.Null(await RejouerAsync(await LireAsync(fichier)));

    [Theory]
    [MemberData(nameof(Fichiers))]
    public async Task Should_show_the_same_rows_to_the_byte(string fichier) =>
        Assert.Equal(
            await File.ReadAllTextAsync(Path.Combine(Dossier, Path.ChangeExtension(fichier, ".projections")), TestContext.Current.CancellationToken),
            await Rejeu.ProjeterAsync(Histoire(await LireAsync(fichier))));

    [Theory]
    [MemberData(nameof(Fichiers))]
    public async Task Should_ring_at_the_instants_that_were_decided(string fichier) =>
        Assert.All(
            await Rejeu.TimersAsync(Histoire(await LireAsync(fichier))),
            t => Assert.True(t.Voulu is { } voulu && (t.Regle - voulu).TotalSeconds is > -0.002 and < 2, $"Set for {t.Regle}, wanted {t.Voulu}: never early, and late by no more than its task took."));

    [Fact]
    public async Task Should_notice_a_journey_that_asks_for_something_else()
    {
        var json = (await LireAsync(Path.Combine(Empreintes.Ere, "inscription.json"))).Replace("InscrireFranceTravail", "InscrireAilleurs", StringComparison.Ordinal);
        Assert.NotNull(await RejouerAsync(json));
    }

    [Fact]
    public void Should_have_been_recorded_since_each_step_changed()
    {
        var connues = File.ReadAllLines(Path.Combine(Dossier, "empreintes.txt")).Select(l => l.Split(' ')).ToDictionary(l => l[0], l => l[1]);
        var changees = Empreintes.Actuelles().Where(e => connues.GetValueOrDefault(e.Key) != e.Value).Select(e => e.Key).ToList();
        Assert.True(changees.Count == 0, $"Changed since the last recording: {string.Join(", ", changees)}. Record again: Recording says how.");
    }

    /// <summary>Within the era: what its journeys can pass, one of them has passed.</summary>
    [Fact]
    public async Task Should_have_passed_every_step_and_thread_of_the_national_template()
    {
        var parcourus = new HashSet<string>();
        foreach (var fichier in Directory.GetFiles(Path.Combine(Dossier, Empreintes.Ere), "*.json"))
        {
            parcourus.UnionWith(await Rejeu.ParcourusAsync(Histoire(await LireAsync(fichier))));
        }

        var national = Modeles.National();
        Assert.Empty(national.Noeuds.Where(n => n.Type is not "Parcours.FinDeFil" and not "Parcours.Cloture").Select(n => n.Id).Concat(national.Fils.Select(f => f.Id)).Except(parcourus));
    }

    private static Task<string> LireAsync(string fichier) => File.ReadAllTextAsync(Path.Combine(Dossier, fichier), TestContext.Current.CancellationToken);

    /// <summary>Under the id that it was recorded under: a run under another is of no stream.</summary>
    private static WorkflowHistory Histoire(string json) => WorkflowHistory.FromJson(
        JsonNode.Parse(json)!["events"]![0]!["workflowExecutionStartedEventAttributes"]!["workflowId"]!.GetValue<string>(), json);

    private static async Task<Exception?> RejouerAsync(string json)
    {
        var replayer = new WorkflowReplayer(new WorkflowReplayerOptions { DataConverter = ParcoursDataConverter.Instance }.AddWorkflow<ParcoursWorkflow>());
        return (await replayer.ReplayWorkflowAsync(Histoire(json), throwOnReplayFailure: false)).ReplayFailure;
    }
}
