using System.Net;
using FranceTravail.Parcours.Host.Tests.Web;
using FranceTravail.Parcours.Workflows.Dossiers;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace FranceTravail.Parcours.Host.Tests.Parcours;

/// <summary>Another organism through the pages, on the whole product: asked by the person, decided by the authority's agent, never by her référent.</summary>
public class When_another_orientation_is_asked_on_a_page(ProduitEntier produit) : IClassFixture<ProduitEntier>
{
    private const string Mots = "Cap emploi m’accompagnait déjà, et j’y ai mes repères.";
    private const string Raison = "Vous y avez vos repères : Cap emploi vous accompagne.";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Should_be_decided_by_the_authority_and_taken_up_with_the_other_organism()
    {
        var dossier = await produit.InscrireAsync("confirmer-rendez-vous");
        var referent = await produit.LireAsync(db => db.Dossiers.Where(d => d.Id == dossier.Id).Select(d => d.ReferentId).SingleAsync(Stop));
        using var personne = new Visiteur(produit.Adresse);
        await personne.EntrerAsync("personne", dossier.Id);
        var page = $"/demarches/{dossier.Id}/reorientation";
        Assert.Contains(page, await personne.PageAsync("/mon-parcours"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await personne.PostAsync(page, page, Form(("souhait", "CapEmploi"), ("texte", Mots)))).StatusCode);
        var tache = await produit.TacheAsync(dossier.Id, "decider-reorientation");
        Assert.DoesNotContain($"href=\"{page}\"", await personne.PageAsync("/mon-parcours"), StringComparison.Ordinal);

        // Her référent reads that it is not his to decide; who decides reads her words on the page of the act.
        using var lui = new Visiteur(produit.Adresse);
        await lui.EntrerAsync("conseiller", referent!);
        (string, string)[] valeurs = [("geste", "accorder"), ("organisme", "CapEmploi"), ("parcours", "Professionnel"), ("raison", Raison)];
        foreach (var vue in new[] { $"/taches/{dossier.Id}/{tache.Id}", $"/dossiers/{dossier.Id}", "/ma-journee" })
        {
            Assert.Contains("Cette décision n’est prise ni par le référent, ni par qui la demande", await lui.PageAsync(vue), StringComparison.Ordinal);
        }

        var refus = await lui.PostAsync("/inscription", $"/taches/{dossier.Id}/{tache.Id}", Form(valeurs));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refus.StatusCode);
        using var agent = new Visiteur(produit.Adresse);
        await agent.EntrerAsync("conseiller", await produit.LireAsync(db => db.Conseillers.Where(c => c.Territoire == dossier.Territoire && c.Id != referent && tache.ResponsableFile!.EndsWith("/FranceTravail") && c.Organisme == OrganismeReferent.FranceTravail).Select(c => c.Id).FirstAsync(Stop)));
        Assert.Contains(Mots, await agent.PageAsync($"/taches/{dossier.Id}/{tache.Id}"), StringComparison.Ordinal);
        var decision = await agent.PostAsync($"/taches/{dossier.Id}/{tache.Id}", $"/taches/{dossier.Id}/{tache.Id}", Form(valeurs));
        Assert.True(decision.StatusCode is HttpStatusCode.Redirect, WebUtility.HtmlDecode(await decision.Content.ReadAsStringAsync(Stop)));

        await ProduitEntier.JusquaAsync(async () => await produit.LireAsync(db => db.Dossiers.AnyAsync(d => d.Id == dossier.Id && d.Organisme == OrganismeReferent.CapEmploi && d.ReferentId != referent, Stop)));
        await ProduitEntier.JusquaAsync(async () => await produit.LireAsync(db => db.Courriers.AnyAsync(c => c.DossierId == dossier.Id && c.Modele == "reorientation", Stop)));
        await produit.TacheAsync(dossier.Id, "confirmer-rendez-vous");
        Assert.Contains(Raison, await personne.PageAsync("/mon-parcours"), StringComparison.Ordinal);
        await produit.EgaleAsync(dossier.Id);

        // The former référent asks nothing in her place any more.
        Assert.Equal(HttpStatusCode.NotFound, (await lui.GetAsync(page)).StatusCode);
    }

    private static Dictionary<string, string> Form(params (string Nom, string Valeur)[] valeurs) =>
        new(valeurs.Select(v => KeyValuePair.Create(v.Nom, v.Valeur)).Append(KeyValuePair.Create("cle", Guid.NewGuid().ToString())));
}
