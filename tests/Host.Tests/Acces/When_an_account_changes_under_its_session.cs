using System.Net;
using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Host.Acces;
using FranceTravail.Parcours.Host.Tests.Web;
using FranceTravail.Parcours.Workflows.Dossiers;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
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
        Assert.Equal("/ma-journee", (await counsellor.GetAsync("/")).Headers.Location?.AbsolutePath);
        Assert.Contains("Inscrire une personne", await counsellor.PageAsync("/inscription"), StringComparison.Ordinal);
        await web.LireAsync(db => db.Conseillers.Where(c => c.Id == id).ExecuteDeleteAsync(Stop));
        var refused = await counsellor.GetAsync("/ma-journee");
        Assert.Equal((HttpStatusCode.Redirect, "/connexion"), (refused.StatusCode, refused.Headers.Location?.AbsolutePath));

        // Nor on a page that is for everybody.
        Assert.Equal(HttpStatusCode.OK, (await counsellor.GetAsync("/")).StatusCode);
        Assert.DoesNotContain("Inscrire une personne", await counsellor.PageAsync("/inscription"), StringComparison.Ordinal);
    }

    /// <summary>Only what shows the same to everybody costs the store nothing.</summary>
    [Fact]
    public void Should_be_read_again_for_every_page_and_for_no_file()
    {
        var points = web.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().ToLookup(e => e.Metadata.GetMetadata<SansCompte>() is null, e => $"/{e.RoutePattern.RawText?.TrimStart('/')}");
        Assert.All(["/", "/connexion", "/inscription", "/ma-journee", "/direct/journee"], page => Assert.Contains(page, points[true]));
        Assert.Contains(points[false], f => f.EndsWith("base.css", StringComparison.Ordinal));
        Assert.All(points[false], f => Assert.True(f.Contains('.', StringComparison.Ordinal) || f.StartsWith("/communes/", StringComparison.Ordinal), f));
    }
}
