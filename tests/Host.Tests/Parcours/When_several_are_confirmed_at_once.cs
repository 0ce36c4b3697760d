using System.Net;
using System.Text.RegularExpressions;
using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Host.Tests.Web;
using FranceTravail.Parcours.Workflows.Parcours;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace FranceTravail.Parcours.Host.Tests.Parcours;

/// <summary>Ticked rows of an inbox, one press: an act each, by who pressed; who may not decide is told who may, and nothing of hers is done.</summary>
public class When_several_are_confirmed_at_once(ProduitEntier produit) : IClassFixture<ProduitEntier>
{
    private const string DeFranceTravail = "c-pas-de-calais-2";
    private const string DuDepartement = "c-pas-de-calais-3";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Should_be_one_act_each_by_the_counsellor()
    {
        Tache[] taches = [await OuvrirAsync(), await OuvrirAsync()];
        var page = await ConfirmerAsync(DeFranceTravail, taches);
        Assert.Contains("C’est confirmé pour 2 personnes", page, StringComparison.Ordinal);
        foreach (var tache in taches)
        {
            var fait = await produit.LireAsync(db => db.Faits.SingleAsync(f => f.DossierId == tache.DossierId && f.Code == "pre-orientation.decision", Stop));
            Assert.Equal((RoleActeur.Conseiller, DeFranceTravail), (fait.AuteurRole, fait.AuteurId));
        }
    }

    [Fact]
    public async Task Should_say_who_may_decide_to_who_may_not_and_do_nothing()
    {
        var tache = await OuvrirAsync();
        var page = await ConfirmerAsync(DuDepartement, [tache]);
        Assert.Contains("Ce n’est pas fait pour 1 personne", page, StringComparison.Ordinal);
        Assert.Contains("Cette décision revient à France Travail", page, StringComparison.Ordinal);
        Assert.Equal(tache.Id, (await produit.TacheAsync(tache.DossierId, "decider-orientation")).Id);
    }

    [Fact]
    public async Task Should_only_be_shown_to_the_agents_of_the_authority()
    {
        var tache = await OuvrirAsync();
        Assert.Contains(tache.DossierId, await JourneeAsync(DeFranceTravail), StringComparison.Ordinal);
        Assert.DoesNotContain(tache.DossierId, await JourneeAsync(DuDepartement), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_do_once_what_is_pressed_twice_and_refuse_what_cannot_be_confirmed_with_others()
    {
        var tache = await OuvrirAsync();
        using var agent = await EntrerAsync(DeFranceTravail);
        var fields = Champs(Guid.NewGuid(), [tache]);
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => agent.PostAsync("/ma-journee", "/taches", fields)));
        Assert.Equal(1, await produit.LireAsync(db => db.Faits.CountAsync(f => f.DossierId == tache.DossierId && f.Code == "pre-orientation.decision", Stop)));

        var rendezVous = await produit.TacheAsync(tache.DossierId, "confirmer-rendez-vous");
        await agent.PostAsync("/ma-journee", "/taches", Champs(Guid.NewGuid(), [rendezVous]));
        Assert.Contains("ne se confirme pas avec d’autres", WebUtility.HtmlDecode(await agent.PageAsync("/ma-journee")), StringComparison.Ordinal);
        await agent.PostAsync("/ma-journee", "/taches", Champs(Guid.NewGuid(), []));
        Assert.Contains("Cochez au moins une ligne", WebUtility.HtmlDecode(await agent.PageAsync("/ma-journee")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await agent.PostAsync("/ma-journee", "/taches", [KeyValuePair.Create("cle", "x")])).StatusCode);
    }

    private async Task<Tache> OuvrirAsync() =>
        await produit.TacheAsync((await produit.InscrireAsync("decider-orientation")).Id, "decider-orientation");

    private async Task<string> ConfirmerAsync(string qui, Tache[] taches)
    {
        using var agent = await EntrerAsync(qui);
        Assert.Equal(HttpStatusCode.Redirect, (await agent.PostAsync("/ma-journee", "/taches", Champs(Guid.NewGuid(), taches))).StatusCode);
        return Regex.Replace(WebUtility.HtmlDecode(await agent.PageAsync("/ma-journee")), @"[\u00a0\u202f]", " ");
    }

    private async Task<string> JourneeAsync(string qui)
    {
        using var agent = await EntrerAsync(qui);
        return await agent.PageAsync("/ma-journee");
    }

    private async Task<Visiteur> EntrerAsync(string qui)
    {
        var visiteur = new Visiteur(produit.Adresse);
        await visiteur.EntrerAsync("conseiller", qui);
        return visiteur;
    }

    private static IEnumerable<KeyValuePair<string, string>> Champs(Guid cle, Tache[] taches) =>
        [KeyValuePair.Create("cle", $"{cle}"), .. taches.Select(t => KeyValuePair.Create("tache", $"{t.DossierId}/{t.Id}"))];
}
