using FranceTravail.Parcours.Workflows.Tests.Banc;
using Temporalio.Common;

namespace FranceTravail.Parcours.Workflows.Tests.Moteur;

/// <summary>A journey lasts for years: what an ordinary stretch of it costs is held here, in events and bytes.</summary>
public class When_histories_are_weighed
{
    /// <summary>Events before the counsellor can confirm the orientation, and before the person can act.</summary>
    private const int EvenementsAvantLaDecision = 30;
    private const int EvenementsAvantLePremierActe = 60;

    /// <summary>Of each run of a year.</summary>
    private const int OctetsParRun = 50_000;

    [Fact]
    public async Task Should_need_few_events_before_the_first_act()
    {
        await using var incertain = await Scene.OuvrirAsync(Situations.Incertaine);
        await incertain.TacheAsync("decider-orientation");
        await incertain.CalmeAsync();
        Assert.InRange((await PeserAsync(incertain)).Evenements, 10, EvenementsAvantLaDecision);
        await using var clair = await Scene.OuvrirAsync();
        await clair.OrienterAsync();
        await clair.TacheAsync("confirmer-rendez-vous");
        await clair.CalmeAsync();
        Assert.InRange((await PeserAsync(clair)).Evenements, 20, EvenementsAvantLePremierActe);
    }

    /// <summary>Registration, contract, three reviews and the day of the fourth, and the weeks between them declared and validated.</summary>
    [Fact]
    public async Task Should_keep_an_ordinary_year_light()
    {
        await using var scene = await Scene.OuvrirAsync();
        var histoire = new Histoire(scene);
        await histoire.JusquAuContratSigneAsync();
        await histoire.JusquALaRevueAsync();
        for (var revue = 1; revue < 4; revue++)
        {
            await histoire.AgirAsync("tenir-revue", "Poursuite");
            await histoire.JusquALaRevueAsync();
        }

        await scene.CalmeAsync();
        var runs = await PeserLesRunsAsync(scene);
        TestContext.Current.TestOutputHelper!.WriteLine(string.Join('\n', runs));
        Assert.InRange(runs.Count, 5, 8);
        Assert.All(runs, r => Assert.InRange(r.Octets, 1, OctetsParRun));
        Assert.InRange(runs.Sum(r => r.Octets), 4 * 10_000, runs.Count * OctetsParRun);
    }

    /// <summary>Each run that the journey was continued by, the first one first.</summary>
    private static async Task<List<(int Evenements, int Octets)>> PeserLesRunsAsync(Scene scene)
    {
        List<(int, int)> runs = [];
        for (var run = (await scene.Poignee.DescribeAsync()).RunId; run is { Length: > 0 };)
        {
            var histoire = await scene.Client.GetWorkflowHandle(scene.Poignee.Id, run).FetchHistoryAsync();
            runs.Insert(0, Peser(histoire));
            run = histoire.Events.First().WorkflowExecutionStartedEventAttributes.ContinuedExecutionRunId;
        }

        return runs;
    }

    private static async Task<(int Evenements, int Octets)> PeserAsync(Scene scene)
    {
        var poids = Peser(await scene.Poignee.FetchHistoryAsync());
        TestContext.Current.TestOutputHelper!.WriteLine($"{poids}");
        return poids;
    }

    private static (int Evenements, int Octets) Peser(WorkflowHistory histoire) => (histoire.Events.Count, histoire.Events.Sum(e => e.CalculateSize()));
}
