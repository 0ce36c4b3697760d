using FranceTravail.Parcours.Workflows.Tests.Banc;

namespace FranceTravail.Parcours.Workflows.Tests.Moteur;

/// <summary>A journey lasts for years: what an ordinary stretch of it costs is held here, in events and bytes.</summary>
public class When_histories_are_weighed
{
    /// <summary>Events before the counsellor can confirm the orientation, and before the person can act.</summary>
    private const int EvenementsAvantLaDecision = 30;
    private const int EvenementsAvantLePremierActe = 60;

    /// <summary>Of a run between two reviews: thirteen weeks declared and validated.</summary>
    private const int OctetsParTrimestre = 50_000;

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

    [Fact]
    public async Task Should_keep_an_ordinary_quarter_light()
    {
        await using var scene = await Scene.OuvrirAsync();
        var histoire = new Histoire(scene);
        await histoire.JusquAuContratSigneAsync();
        await histoire.JusquALaRevueAsync();
        await histoire.AgirAsync("tenir-revue", "Poursuite");
        await histoire.JusquALaRevueAsync();
        Assert.InRange((await PeserAsync(scene)).Octets, 10_000, OctetsParTrimestre);
    }

    private static async Task<(int Evenements, int Octets)> PeserAsync(Scene scene)
    {
        var histoire = await scene.Poignee.FetchHistoryAsync();
        return (histoire.Events.Count, histoire.Events.Sum(e => e.CalculateSize()));
    }
}
