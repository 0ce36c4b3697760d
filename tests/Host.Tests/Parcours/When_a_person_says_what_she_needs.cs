using System.Net;
using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Host.Tests.Web;
using FranceTravail.Parcours.Workflows.Parcours;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace FranceTravail.Parcours.Host.Tests.Parcours;

/// <summary>Said once, by her or for her; kept in the case store alone, and before the eyes of whoever receives her.</summary>
public class When_a_person_says_what_she_needs(ProduitEntier produit) : IClassFixture<ProduitEntier>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Should_be_kept_as_hers_changed_by_her_counsellor_and_said_by_the_journey_without_its_value()
    {
        var dossier = await produit.InscrireAsync("confirmer-rendez-vous");
        using var personne = new Visiteur(produit.Adresse);
        await personne.EntrerAsync("personne", dossier.Id);
        await DireAsync(personne, "/mon-parcours", dossier.Id, (nameof(Besoins.AccesSansMarche), "oui"), (nameof(Besoins.LangueInterprete), " tamoul "));
        Assert.Equal("un accès sans marche et un interprète (tamoul)", await BesoinsAsync(dossier.Id));
        Assert.Contains("Il vous faut <b>un accès sans marche et un interprète (tamoul)</b>.", await personne.PageAsync("/mon-parcours"), StringComparison.Ordinal);
        var faits = await FaitsAsync(dossier.Id);
        Assert.Equal((RoleActeur.Personne, dossier.Id), (faits[0].AuteurRole, faits[0].AuteurId));
        Assert.StartsWith("Données mises à jour par la personne le ", faits[0].Phrase, StringComparison.Ordinal);
        Assert.DoesNotContain("tamoul", faits[0].Phrase, StringComparison.Ordinal);

        // The same said again changes nothing; her counsellor takes one away.
        await DireAsync(personne, "/mon-parcours", dossier.Id, (nameof(Besoins.AccesSansMarche), "oui"), (nameof(Besoins.LangueInterprete), "tamoul"));
        Assert.Single(await FaitsAsync(dossier.Id));
        using var conseiller = new Visiteur(produit.Adresse);
        var agent = (await produit.LireAsync(db => db.Dossiers.SingleAsync(d => d.Id == dossier.Id, Stop))).ReferentId!;
        await conseiller.EntrerAsync("conseiller", agent);
        await DireAsync(conseiller, $"/dossiers/{dossier.Id}", dossier.Id, (nameof(Besoins.LangueInterprete), "tamoul"));
        Assert.Equal("un interprète (tamoul)", await BesoinsAsync(dossier.Id));
        Assert.Equal((RoleActeur.Conseiller, agent), ((await FaitsAsync(dossier.Id))[1].AuteurRole, (await FaitsAsync(dossier.Id))[1].AuteurId));
        await produit.EgaleAsync(dossier.Id);
    }

    [Fact]
    public async Task Should_not_be_said_by_somebody_else_nor_out_of_all_measure()
    {
        var (dossier, autre) = (await produit.InscrireAsync("confirmer-rendez-vous"), await produit.InscrireAsync("confirmer-rendez-vous"));
        using var personne = new Visiteur(produit.Adresse);
        await personne.EntrerAsync("personne", autre.Id);
        Assert.Equal(HttpStatusCode.NotFound, (await personne.PostAsync("/mon-parcours", $"/besoins/{dossier.Id}", [KeyValuePair.Create(nameof(Besoins.LangueDesSignes), "oui")])).StatusCode);
        using var conseiller = new Visiteur(produit.Adresse);
        var referent = await produit.LireAsync(db => db.Dossiers.Where(d => d.Id == dossier.Id).Select(d => d.ReferentId).SingleAsync(Stop));
        var organisme = await produit.LireAsync(db => db.Conseillers.Where(c => c.Id == referent).Select(c => c.Organisme).SingleAsync(Stop));
        await conseiller.EntrerAsync("conseiller", await produit.LireAsync(db => db.Conseillers.Where(c => c.Territoire == dossier.Territoire && c.Organisme != organisme).Select(c => c.Id).FirstAsync(Stop)));
        Assert.Equal(HttpStatusCode.NotFound, (await conseiller.PostAsync($"/dossiers/{dossier.Id}", $"/besoins/{dossier.Id}", [KeyValuePair.Create(nameof(Besoins.LangueDesSignes), "oui")])).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await personne.PostAsync("/mon-parcours", $"/besoins/{autre.Id}", [KeyValuePair.Create(nameof(Besoins.LangueInterprete), new string('a', 61))])).StatusCode);
        Assert.Equal((null, null), (await BesoinsAsync(dossier.Id), await BesoinsAsync(autre.Id)));
    }

    private static async Task DireAsync(Visiteur visiteur, string page, string dossier, params (string Nom, string Valeur)[] valeurs)
    {
        var answer = await visiteur.PostAsync(page, $"/besoins/{dossier}", valeurs.Select(v => KeyValuePair.Create(v.Nom, v.Valeur)));
        Assert.Equal((HttpStatusCode.Redirect, page), (answer.StatusCode, answer.Headers.Location?.OriginalString));
    }

    private Task<string?> BesoinsAsync(string id) => produit.LireAsync(async db => (await db.Dossiers.AsNoTracking().SingleAsync(d => d.Id == id, Stop)).Besoins.EnClair());

    private Task<List<Fait>> FaitsAsync(string id) => produit.LireAsync(db => db.Faits.AsNoTracking().Where(f => f.DossierId == id && f.Code == "donnees.changees").OrderBy(f => f.Sequence).ToListAsync(Stop));
}
