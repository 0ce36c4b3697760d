using System.Net;
using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Host.Tests.Web;
using FranceTravail.Parcours.Workflows.Dossiers;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace FranceTravail.Parcours.Host.Tests.Acces;

/// <summary>A person who moved to another territory, a counsellor whose post changed or is gone: their session knows it at the next page.</summary>
public sealed class When_an_account_changes_under_its_session(WebFixture web) : IClassFixture<WebFixture>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Should_show_a_person_the_territory_where_her_dossier_went()
    {
        var dossier = Dossiers.Open("Partie", 2);
        await web.EcrireAsync(dossier);
        using var person = web.Visiteur();
        await person.EntrerAsync("personne", dossier.Id);
        Assert.Contains("/theme/pas-de-calais.css", await person.PageAsync("/mon-parcours"), StringComparison.Ordinal);
        await web.LireAsync(db => db.Dossiers.Where(d => d.Id == dossier.Id).ExecuteUpdateAsync(u => u.SetProperty(d => d.Territoire, "reunion"), Stop));
        Assert.Contains("/theme/reunion.css", await person.PageAsync("/mon-parcours"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_end_with_the_account()
    {
        var id = "c-pas-de-calais-9";
        await web.EcrireAsync(new Conseiller
        {
            Id = id,
            Nom = "Départ",
            Prenom = "Line",
            Territoire = "pas-de-calais",
            Organisme = OrganismeReferent.FranceTravail,
            Telephone = "03 00 00 00 00",
            Courriel = "line.depart@exemple.fr",
        });
        using var counsellor = web.Visiteur();
        await counsellor.EntrerAsync("conseiller", id);
        Assert.Equal(HttpStatusCode.OK, (await counsellor.GetAsync("/ma-journee")).StatusCode);
        await web.LireAsync(db => db.Conseillers.Where(c => c.Id == id).ExecuteDeleteAsync(Stop));
        var refused = await counsellor.GetAsync("/ma-journee");
        Assert.Equal((HttpStatusCode.Redirect, "/connexion"), (refused.StatusCode, refused.Headers.Location?.AbsolutePath));
    }
}
