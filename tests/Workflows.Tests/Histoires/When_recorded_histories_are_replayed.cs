using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Serialisation;
using Temporalio.Common;
using Temporalio.Worker;
using Xunit;

namespace FranceTravail.Parcours.Workflows.Tests.Histoires;

/// <summary>
/// The code of today must be able to go on with the journeys of yesterday. Files are only ever added: one that no longer
/// replays means a change that needs a patch, not a new recording.
/// </summary>
public class When_recorded_histories_are_replayed
{
    public static TheoryData<string> Fichiers => [.. Directory.GetFiles(Dossier, "*.json").Select(f => Path.GetFileName(f)).Order()];

    internal static string Dossier { get; } = Path.Combine(AppContext.BaseDirectory, "Histoires");

    [Theory]
    [MemberData(nameof(Fichiers))]
    public async Task Should_replay_with_the_code_of_today(string fichier) => Assert.Null(await RejouerAsync(fichier, json => json));

    [Fact]
    public async Task Should_notice_a_step_that_asks_for_something_else() =>
        Assert.NotNull(await RejouerAsync("contrat-engagement-1.json", json => json.Replace("AffecterReferent", "NommerReferent", StringComparison.Ordinal)));

    private static async Task<Exception?> RejouerAsync(string fichier, Func<string, string> changer)
    {
        var json = changer(await File.ReadAllTextAsync(Path.Combine(Dossier, fichier), TestContext.Current.CancellationToken));
        var replayer = new WorkflowReplayer(new WorkflowReplayerOptions { DataConverter = ParcoursDataConverter.Instance }.AddWorkflow<ParcoursWorkflow>());
        return (await replayer.ReplayWorkflowAsync(WorkflowHistory.FromJson("parcours-dossier-0001", json), throwOnReplayFailure: false)).ReplayFailure;
    }
}
