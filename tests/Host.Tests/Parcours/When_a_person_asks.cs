using System.Net;
using FranceTravail.Parcours.Host.Tests.Web;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace FranceTravail.Parcours.Host.Tests.Parcours;

/// <summary>A request of the person through the pages: hers, then the counsellor's, on the whole product.</summary>
public class When_a_person_asks(ProduitEntier produit) : IClassFixture<ProduitEntier>
{
    private const string Mots = "Je garde mon père le mardi : <b>puis-je</b> venir un autre jour ?";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Should_read_her_words_and_the_answer_and_nobody_else()
    {
        var dossier = await produit.InscrireAsync("confirmer-rendez-vous");
        using var personne = new Visiteur(produit.Adresse);
        await personne.EntrerAsync("personne", dossier.Id);
        Assert.Contains($"/demarches/{dossier.Id}/demande", await personne.PageAsync("/mon-parcours"), StringComparison.Ordinal);
        var page = $"/demarches/{dossier.Id}/demande";

        // What is missing is said, and what was typed is kept.
        var manque = await personne.PostAsync(page, page, Form(("texte", Mots)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, manque.StatusCode);
        var dit = WebUtility.HtmlDecode(await manque.Content.ReadAsStringAsync(Stop));
        Assert.Contains("Ma demande : cette réponse est nécessaire.", dit, StringComparison.Ordinal);
        Assert.Contains(Mots, dit, StringComparison.Ordinal);

        // The same form posted eight times is one request.
        var form = Form(("objet", "question"), ("texte", Mots));
        var envois = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => personne.PostAsync(page, page, form)));
        Assert.All(envois, e => Assert.Equal((HttpStatusCode.Redirect, "/mon-parcours"), (e.StatusCode, e.Headers.Location?.OriginalString)));
        var tache = await produit.TacheAsync(dossier.Id, "repondre-a-la-demande");
        Assert.Equal(1, await produit.LireAsync(db => db.Taches.CountAsync(t => t.DossierId == dossier.Id && t.Nature == tache.Nature, Stop)));
        Assert.Contains("Répondre à votre demande", await personne.PageAsync("/mon-parcours"), StringComparison.Ordinal);

        // The counsellor reads her words beside the act, and answers.
        using var conseiller = new Visiteur(produit.Adresse);
        await conseiller.EntrerAsync("conseiller", await produit.LireAsync(db => db.Conseillers.Where(c => c.Territoire == dossier.Territoire && !c.Encadrant).Select(c => c.Id).FirstAsync(Stop)));
        Assert.Contains(Mots, await conseiller.PageAsync($"/dossiers/{dossier.Id}"), StringComparison.Ordinal);
        var reponse = await conseiller.PostAsync($"/dossiers/{dossier.Id}", $"/taches/{dossier.Id}/{tache.Id}", Form(("geste", "repondre"), ("reponse", "Oui : le jeudi convient.")));
        Assert.Equal(HttpStatusCode.Redirect, reponse.StatusCode);
        var mienne = await personne.PageAsync("/mon-parcours");
        Assert.Contains(Mots, mienne, StringComparison.Ordinal);
        Assert.Contains("Oui : le jeudi convient.", mienne, StringComparison.Ordinal);
        await produit.EgaleAsync(dossier.Id);

        // Another person, and a counsellor in the person's place, find nothing to open.
        var autre = await produit.InscrireAsync("confirmer-rendez-vous");
        Assert.Equal(HttpStatusCode.NotFound, (await personne.GetAsync($"/demarches/{autre.Id}/demande")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await personne.PostAsync(page, $"/demarches/{autre.Id}/demande", form)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await conseiller.PostAsync($"/dossiers/{dossier.Id}", page, form)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await personne.GetAsync($"/demarches/{dossier.Id}/inconnue")).StatusCode);
    }

    private static Dictionary<string, string> Form(params (string Nom, string Valeur)[] valeurs) =>
        new(valeurs.Select(v => KeyValuePair.Create(v.Nom, v.Valeur)).Append(KeyValuePair.Create("cle", Guid.NewGuid().ToString())));
}
