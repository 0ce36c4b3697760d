using System.Net;
using System.Net.Http.Json;
using FranceTravail.Parcours.Host.Simulateurs.Pannes;

namespace FranceTravail.Parcours.Activities.Tests.Partenaires;

public sealed class SimulateursTests
{
    [Fact]
    public async Task When_one_key_comes_fifty_times_at_once_it_has_one_effect()
    {
        await using var simulateurs = await Simulateurs.DemarrerAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => InscrireAsync(simulateurs, "d1", "k1")));
        Assert.Single(await Task.WhenAll(answers.Select(a => a.Content.ReadAsStringAsync())).ContinueWith(t => t.Result.Distinct()));

        var effet = Assert.Single((await simulateurs.EffetsAsync()).Cles);
        Assert.Equal((50, 1), (effet.Appels, effet.Effets));
    }

    [Fact]
    public async Task Should_answer_the_same_after_a_restart()
    {
        var simulateurs = await Simulateurs.DemarrerAsync();
        var before = await (await InscrireAsync(simulateurs, "d1", "k1")).Content.ReadAsStringAsync();
        await simulateurs.ReglerAsync("Caf", new Reglage(TauxErreur: 1));

        await using var again = await simulateurs.RedemarrerAsync();
        Assert.Equal(before, await (await InscrireAsync(again, "d1", "k1")).Content.ReadAsStringAsync());
        Assert.Equal(1, Assert.Single((await again.EffetsAsync()).Cles).Effets);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await again.Http.GetAsync("/caf/droits/1234567")).StatusCode);
    }

    [Fact]
    public async Task Should_count_distinct_keys_by_dossier_and_operation()
    {
        await using var simulateurs = await Simulateurs.DemarrerAsync();
        await InscrireAsync(simulateurs, "d1", "k1");
        await InscrireAsync(simulateurs, "d1", "k1");
        await InscrireAsync(simulateurs, "d1", "k2");
        var parDossier = Assert.Single((await simulateurs.EffetsAsync()).Dossiers);
        Assert.Equal(("d1", "inscription", 2), (parDossier.Dossier, parDossier.Operation, parDossier.Cles));
    }

    [Fact]
    public async Task Should_refuse_a_write_without_a_key_and_a_key_used_for_something_else()
    {
        await using var simulateurs = await Simulateurs.DemarrerAsync();
        Assert.Equal(HttpStatusCode.BadRequest, (await InscrireAsync(simulateurs, "d1", null)).StatusCode);
        await InscrireAsync(simulateurs, "d1", "k1");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await InscrireAsync(simulateurs, "d2", "k1")).StatusCode);
    }

    [Theory]
    [InlineData("""{"Caf":{"TauxErreur":2}}""")]
    [InlineData("""{"Caf":{"LatenceMs":-1}}""")]
    [InlineData("""{"Inconnu":{}}""")]
    [InlineData("""{"Caf":null}""")]
    [InlineData("""[]""")]
    [InlineData("")]
    public async Task Should_refuse_settings_out_of_bounds(string json)
    {
        await using var simulateurs = await Simulateurs.DemarrerAsync();
        var answer = await simulateurs.Http.PutAsync("/reglages", new StringContent(json, new System.Net.Http.Headers.MediaTypeHeaderValue("application/json")));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await simulateurs.Http.GetAsync("/caf/droits/1234567")).StatusCode);
    }

    [Theory]
    [InlineData("/france-travail/inscriptions", "{}")]
    [InlineData("/france-travail/inscriptions", "{\"dossier\":null,\"territoire\":null}")]
    [InlineData("/france-travail/orientations", "{\"dossier\":12}")]
    [InlineData("/agenda/reservations", "{\"dossier\":\"d\",\"objet\":\"o\",\"creneau\":null}")]
    [InlineData("/messages", "[1")]
    [InlineData("/messages", "null")]
    public async Task Should_refuse_a_malformed_demand_and_do_nothing(string url, string json)
    {
        await using var simulateurs = await Simulateurs.DemarrerAsync();
        var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new StringContent(json, new System.Net.Http.Headers.MediaTypeHeaderValue("application/json")) };
        request.Headers.Add("Idempotency-Key", "k1");
        Assert.Equal(HttpStatusCode.BadRequest, (await simulateurs.Http.SendAsync(request)).StatusCode);
        Assert.Empty((await simulateurs.EffetsAsync()).Cles);
    }

    [Theory]
    [InlineData("/caf/droits/12345")]
    [InlineData("/caf/droits/abcdefg")]
    [InlineData("/agenda/creneaux")]
    [InlineData("/agenda/creneaux?referent=c&du=hier&au=demain")]
    [InlineData("/agenda/creneaux?referent=c&du=2026-01-01T00:00:00Z&au=2099-01-01T00:00:00Z")]
    [InlineData("/agenda/creneaux?referent=c&du=2026-01-01T00:00:00Z&au=2026-02-01T00:00:00Z&commune=Mars")]
    public async Task Should_refuse_a_malformed_question(string url)
    {
        await using var simulateurs = await Simulateurs.DemarrerAsync();
        Assert.InRange((int)(await simulateurs.Http.GetAsync(url)).StatusCode, 400, 404);
    }

    [Fact]
    public async Task Should_fail_the_same_calls_each_time_the_same_run_is_played()
    {
        async Task<List<HttpStatusCode>> Play()
        {
            await using var simulateurs = await Simulateurs.DemarrerAsync();
            await simulateurs.ReglerAsync("FranceTravail", new Reglage(TauxErreur: 0.5));
            var answers = new List<HttpStatusCode>();
            for (var i = 0; i < 30; i++)
            {
                answers.Add((await InscrireAsync(simulateurs, $"d{i}", $"k{i}")).StatusCode);
            }

            return answers;
        }

        var first = await Play();
        Assert.Equal(first, await Play());
        Assert.InRange(first.Count(s => s == HttpStatusCode.ServiceUnavailable), 5, 25);
    }

    private static Task<HttpResponseMessage> InscrireAsync(Simulateurs simulateurs, string dossier, string? cle)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/france-travail/inscriptions") { Content = JsonContent.Create(new { dossier, territoire = "rhone" }) };
        if (cle is not null)
        {
            request.Headers.Add("Idempotency-Key", cle);
        }

        return simulateurs.Http.SendAsync(request);
    }
}
