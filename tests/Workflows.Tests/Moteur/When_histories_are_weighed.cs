using FranceTravail.Parcours.Workflows.Tests.Banc;
using Xunit;

namespace FranceTravail.Parcours.Workflows.Tests.Moteur;

/// <summary>A journey lasts for years: what an ordinary stretch of it costs is held here, in events and bytes.</summary>
public class When_histories_are_weighed
{
    [Fact]
    public async Task Should_need_few_events_before_the_first_act()
    {
        await using var clair = await Scene.OuvrirAsync();
        await clair.TacheAsync("confirmer-rendez-vous");
        await clair.CalmeAsync();
        var (evenements, octets) = await PeserAsync(clair);
        await using var incertain = await Scene.OuvrirAsync(Situations.Incertaine);
        await incertain.TacheAsync("decider-orientation");
        await incertain.CalmeAsync();
        var (evenements2, octets2) = await PeserAsync(incertain);
        Assert.Fail($"{evenements} {octets} / {evenements2} {octets2}");
    }

    [Fact]
    public async Task Should_keep_an_ordinary_quarter_light()
    {
        await using var scene = await Scene.OuvrirAsync();
        var histoire = new Histoire(scene);
        await histoire.JusquAuContratSigneAsync();
        await histoire.JusquALaRevueAsync();
        var premier = await PeserAsync(scene);
        await histoire.AgirAsync("tenir-revue", "Poursuite");
        await histoire.JusquALaRevueAsync();
        var h = await scene.Poignee.FetchHistoryAsync();
        var par = string.Join("\n", h.Events.GroupBy(e => e.EventType).Select(g => $"{g.Key} {g.Count()} {g.Sum(e => e.CalculateSize())}"));
        File.WriteAllText("/tmp/quarter.json", h.ToJson());
        Assert.Fail($"{premier} {await PeserAsync(scene)}\n{par}");
    }

    private static async Task<(int Evenements, int Octets)> PeserAsync(Scene scene)
    {
        var histoire = await scene.Poignee.FetchHistoryAsync();
        return (histoire.Events.Count, histoire.Events.Sum(e => e.CalculateSize()));
    }
}
