using System.Net;
using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Host.Tests.Web;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace FranceTravail.Parcours.Host.Tests.Parcours;

/// <summary>A change of address or number, said by her or by who accompanies her: her journey takes it, and a move among it is followed.</summary>
public class When_a_person_says_where_she_lives(ProduitEntier produit) : IClassFixture<ProduitEntier>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Should_be_taken_by_her_journey_and_followed_to_her_new_commune()
    {
        var dossier = await produit.InscrireAsync("confirmer-rendez-vous");
        using var personne = new Visiteur(produit.Adresse);
        await personne.EntrerAsync("personne", dossier.Id);
        var answer = await DireAsync(personne, dossier.Id, "9 rue de la Gare", "62300", "Lens", "06 99 99 99 99", "");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.EndsWith("/mon-parcours", answer.Headers.Location?.OriginalString, StringComparison.Ordinal);
        Assert.Contains("votre dossier suit votre nouvelle commune", await personne.PageAsync("/mon-parcours"), StringComparison.Ordinal);
        await ProduitEntier.JusquaAsync(async () => (await DossierAsync(dossier.Id)).CommuneDuParcours == "62498");
        var apres = await DossierAsync(dossier.Id);
        Assert.Equal(("62498", "9 rue de la Gare", "62300", "Lens", "06 99 99 99 99", null), (apres.CommuneInsee, apres.Contact.Adresse, apres.Contact.CodePostal, apres.Contact.Ville, apres.Contact.Telephone, apres.Contact.Courriel));
        Assert.Contains(await produit.FaitsAsync(dossier.Id), f => f.Code == "donnees.changees" && f.Phrase.StartsWith("Données mises à jour par la personne le ", StringComparison.Ordinal));

        // Her counsellor takes the number away; nothing else changes.
        using var conseiller = new Visiteur(produit.Adresse);
        await conseiller.EntrerAsync("conseiller", apres.ReferentId!);
        Assert.Contains("9 rue de la Gare", await conseiller.PageAsync($"/dossiers/{dossier.Id}"), StringComparison.Ordinal);
        await DireAsync(conseiller, dossier.Id, "9 rue de la Gare", "62300", "Lens", "", "");
        Assert.Equal(("62498", null), (await DossierAsync(dossier.Id)) is var d ? (d.CommuneInsee, d.Contact.Telephone) : default);
        await produit.EgaleAsync(dossier.Id);
    }

    [Fact]
    public async Task Should_be_refused_beside_its_field_and_kept_when_it_cannot_be_read()
    {
        var dossier = await produit.InscrireAsync("confirmer-rendez-vous");
        using var personne = new Visiteur(produit.Adresse);
        await personne.EntrerAsync("personne", dossier.Id);
        var answer = await DireAsync(personne, dossier.Id, "1 rue du Moulin", "99999", "Nulle-Part", "pas un numéro", "");
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Stop));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("Aucune commune n’a le code postal", page, StringComparison.Ordinal);
        Assert.Contains("n’est pas un numéro de téléphone", page, StringComparison.Ordinal);
        Assert.Contains("value=\"Nulle-Part\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain(await produit.FaitsAsync(dossier.Id), f => f.Code == "donnees.changees");
    }

    [Fact]
    public async Task Should_not_be_said_by_somebody_else()
    {
        var (dossier, autre) = (await produit.InscrireAsync("confirmer-rendez-vous"), await produit.InscrireAsync("confirmer-rendez-vous"));
        using var personne = new Visiteur(produit.Adresse);
        await personne.EntrerAsync("personne", autre.Id);
        Assert.Equal(HttpStatusCode.NotFound, (await personne.GetAsync($"/coordonnees/{dossier.Id}")).StatusCode);
        using var conseiller = new Visiteur(produit.Adresse);
        await conseiller.EntrerAsync("conseiller", await produit.LireAsync(db => db.Conseillers.Where(c => c.Territoire != dossier.Territoire).Select(c => c.Id).FirstAsync(Stop)));
        Assert.Equal(HttpStatusCode.NotFound, (await conseiller.GetAsync($"/coordonnees/{dossier.Id}")).StatusCode);
    }

    private static Task<HttpResponseMessage> DireAsync(Visiteur visiteur, string dossier, string adresse, string codePostal, string ville, string telephone, string courriel) =>
        visiteur.PostAsync($"/coordonnees/{dossier}", $"/coordonnees/{dossier}", new Dictionary<string, string>
        {
            ["Adresse"] = adresse,
            ["CodePostal"] = codePostal,
            ["Ville"] = ville,
            ["Telephone"] = telephone,
            ["Courriel"] = courriel,
        });

    private Task<Dossier> DossierAsync(string id) => produit.LireAsync(db => db.Dossiers.AsNoTracking().SingleAsync(d => d.Id == id, Stop));
}
