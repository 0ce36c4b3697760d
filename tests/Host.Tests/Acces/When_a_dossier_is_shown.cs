using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Host.Tests.Web;
using FranceTravail.Parcours.Workflows.Parcours;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace FranceTravail.Parcours.Host.Tests.Acces;

/// <summary>Every address of the program is asked for as a counsellor: what shows a person leaves a trace, whichever page it is.</summary>
public class When_a_dossier_is_shown(WebFixture web) : IClassFixture<WebFixture>
{
    private const string Name = "Zzyxvert";

    /// <summary>The choice of a role, which names persons before anybody is anybody; it goes with the sign-in of this version.</summary>
    private static readonly string[] BeforeAnybodyIs = ["/connexion"];

    [Fact]
    public async Task Should_leave_a_trace_whatever_page_shows_it()
    {
        var dossier = Dossiers.Open(Name, 60);
        var task = Dossiers.Task(dossier, Dossiers.Now, RoleActeur.Conseiller, "valider 15 h déclarées");
        var letter = new Courrier
        {
            Id = "lettre-essai",
            DossierId = dossier.Id,
            Cle = "lettre-essai",
            Modele = "essai",
            Canal = default,
            Objet = "Une lettre",
            Fichier = "lettre.html",
            CreeLe = Dossiers.Now,
        };
        await web.EcrireAsync(dossier, task, letter);
        var letters = web.Services.GetRequiredService<Activities.ActivitiesOptions>().CourriersDirectory;
        Directory.CreateDirectory(letters);
        await File.WriteAllTextAsync(Path.Combine(letters, "lettre.html"), $"<p>{Name}</p>", TestContext.Current.CancellationToken);

        var showed = new List<string>();
        foreach (var pattern in Patterns())
        {
            using var counsellor = web.Visiteur();
            await counsellor.EntrerAsync("conseiller", Dossiers.Counsellor);
            await web.LireAsync(db => db.Acces.ExecuteDeleteAsync());
            var path = pattern.Replace("{DossierId}", dossier.Id).Replace("{TacheId}", task.Id).Replace("{Id}", dossier.Id).Replace("{id}", pattern.Contains("courriers") ? letter.Id : dossier.Id);
            if (!(await counsellor.PageAsync(path)).Contains(Name, StringComparison.Ordinal))
            {
                continue;
            }

            showed.Add(pattern);
            var seen = await web.LireAsync(db => db.Acces.SingleOrDefaultAsync(a => a.DossierId == dossier.Id && a.ActeurId == Dossiers.Counsellor));
            Assert.True(seen is not null, $"{pattern} shows a person and leaves no trace");
        }

        Assert.Superset(new HashSet<string> { "/dossiers/{Id}", "/taches/{DossierId}/{TacheId}", "/courriers/{id}", "/ma-journee", "/portefeuille", "/echanges" }, showed.ToHashSet());
    }

    [Fact]
    public async Task Should_leave_one_trace_an_hour_for_one_reason()
    {
        var dossier = Dossiers.Open("Unefois", 60);
        await web.EcrireAsync(dossier);
        using var counsellor = web.Visiteur();
        await counsellor.EntrerAsync("conseiller", Dossiers.Counsellor);
        await counsellor.GetAsync($"/dossiers/{dossier.Id}");
        await counsellor.GetAsync($"/dossiers/{dossier.Id}");
        await counsellor.GetAsync("/portefeuille");
        Assert.Equal(
            ["consultation", "liste : portefeuille"],
            await web.LireAsync(db => db.Acces.Where(a => a.DossierId == dossier.Id).Select(a => a.Motif).Order().ToListAsync()));
    }

    [Fact]
    public void Should_be_closed_to_who_has_not_entered_unless_the_address_says_that_it_is_open()
    {
        string[] open =
        [
            "/", "/connexion", "/inscription", "/introuvable", "/erreur/{Code:int}", "/entrer", "/sortir", "/theme/{code}.css", "/communes/{codePostal:length(5)}",
        ];
        var anonymous = web.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is not null && e.Metadata.All(m => m.GetType().Name != "StaticAssetDescriptor"))
            .Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/')).Distinct();
        Assert.Equal(open.Order(), anonymous.Order());
    }

    private IEnumerable<string> Patterns() => web.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(e => e.Metadata.GetMetadata<HttpMethodMetadata>() is not { } methods || methods.HttpMethods.Contains("GET"))
        .Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/')).Where(p => !p.StartsWith("/direct", StringComparison.Ordinal)).Except(BeforeAnybodyIs).Distinct();
}
