using System.Net;
using FranceTravail.Parcours.Host.Tests.Web;
using FranceTravail.Parcours.Workflows.Parcours;
using Xunit;

namespace FranceTravail.Parcours.Host.Tests.Acces;

/// <summary>A task of the management is done by a supervisor, and by nobody else.</summary>
public class When_a_task_was_escalated(WebFixture web) : IClassFixture<WebFixture>
{
    [Theory]
    [InlineData("c-pas-de-calais-1", HttpStatusCode.Redirect, "/erreur/403")]
    [InlineData("c-pas-de-calais-6", HttpStatusCode.ServiceUnavailable, null)]
    public async Task Should_only_take_the_act_of_a_supervisor(string who, HttpStatusCode status, string? sentTo)
    {
        var dossier = Dossiers.Open("Remontee", 2);
        var task = Dossiers.Task(dossier, Dossiers.Now, RoleActeur.Encadrement, "décider");
        task.ResponsableId = "c-pas-de-calais-6";
        await web.EcrireAsync(dossier, task);
        using var counsellor = web.Visiteur();
        await counsellor.EntrerAsync("conseiller", who);
        var answer = await counsellor.PostAsync(
            "/inscription", $"/taches/{dossier.Id}/{task.Id}", new Dictionary<string, string> { ["geste"] = "valider", ["cle"] = Guid.NewGuid().ToString() });

        // The engine is away here: whoever may act is told so, and whoever may not never gets that far.
        Assert.Equal((status, sentTo), (answer.StatusCode, answer.Headers.Location?.AbsolutePath));
    }
}
