using FranceTravail.Parcours.Host.Tests.Web;
using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Taches;
using Xunit;

namespace FranceTravail.Parcours.Host.Tests.Acces;

/// <summary>No page offers a gesture that the journey would refuse: whoever may not act reads who may.</summary>
public class When_a_task_is_somebody_elses(WebFixture web) : IClassFixture<WebFixture>
{
    private const string Revient = "Cette tâche revient";

    /// <summary>Dossier of France Travail, whose référent is its first counsellor: who looks, on a task that was escalated or not → whether it is offered.</summary>
    [Theory]
    [InlineData("c-pas-de-calais-1", false, true)]
    [InlineData("c-pas-de-calais-2", false, true)]
    [InlineData("c-pas-de-calais-3", false, false)]
    [InlineData("c-pas-de-calais-4", false, false)]
    [InlineData("c-pas-de-calais-6", false, false)]
    [InlineData("c-pas-de-calais-6", true, true)]
    [InlineData("c-pas-de-calais-7", true, false)]
    public async Task Should_be_offered_to_the_referent_and_to_who_may_stand_in(string who, bool escalated, bool offered)
    {
        var dossier = Dossiers.Open("Offre", 2);
        dossier.Organisme = OrganismeReferent.FranceTravail;
        var task = Dossiers.Task(dossier, Dossiers.Now, RoleActeur.Conseiller, "confirmer la présence");
        task.Escaladee = escalated;
        await web.EcrireAsync(dossier, task);
        await OffrirAsync(who, offered, $"/dossiers/{dossier.Id}", $"/taches/{dossier.Id}/{task.Id}");
    }

    [Theory]
    [InlineData("c-rhone-3", true)]
    [InlineData("c-rhone-8", false)]
    [InlineData("c-rhone-1", false)]
    [InlineData("c-rhone-7", true)]
    public async Task Should_be_offered_of_an_authority_to_its_agents(string who, bool offered)
    {
        var dossier = Dossiers.Open("Autorite", 2);
        dossier.Territoire = "rhone";
        var task = Dossiers.Task(dossier, Dossiers.Now, RoleActeur.Conseiller, "décider de l’orientation");
        (task.ResponsableId, task.ResponsableFile) = (null, "rhone/PresidentMetropoleLyon");
        await web.EcrireAsync(dossier, task);
        await OffrirAsync(who, offered, $"/dossiers/{dossier.Id}", $"/taches/{dossier.Id}/{task.Id}");
    }

    [Theory]
    [InlineData("c-pas-de-calais-4", true)]
    [InlineData("c-pas-de-calais-1", false)]
    [InlineData("c-pas-de-calais-6", false)]
    public async Task Should_wait_in_the_inbox_of_the_counsellors_of_the_organism_while_no_referent_is_named(string who, bool shown)
    {
        var dossier = Dossiers.Open("Sansreferent", 2);
        (dossier.ReferentId, dossier.Organisme) = (null, OrganismeReferent.MissionLocale);
        var task = Dossiers.Task(dossier, Dossiers.Now, RoleActeur.Conseiller, "trouver un créneau");
        (task.ResponsableId, task.ResponsableFile) = (null, Responsable.CodeFile("pas-de-calais", OrganismeReferent.MissionLocale, null));
        await web.EcrireAsync(dossier, task);
        using var counsellor = web.Visiteur();
        await counsellor.EntrerAsync("conseiller", who);
        Assert.Equal(shown, (await counsellor.PageAsync("/ma-journee")).Contains($"tache-{dossier.Id}", StringComparison.Ordinal));
        await OffrirAsync(who, shown, $"/taches/{dossier.Id}/{task.Id}");
    }

    [Fact]
    public async Task Should_be_shown_to_the_management_of_another_organism_without_its_gestures()
    {
        var dossier = Dossiers.Open("Remonteeailleurs", 2);
        dossier.Organisme = OrganismeReferent.FranceTravail;
        var task = Dossiers.Task(dossier, Dossiers.Now, RoleActeur.Conseiller, "confirmer la présence");
        task.Escaladee = true;
        await web.EcrireAsync(dossier, task);
        using var supervisor = web.Visiteur();
        await supervisor.EntrerAsync("conseiller", "c-pas-de-calais-7");
        var row = (await supervisor.PageAsync("/ma-journee")).Split($"id=\"tache-{dossier.Id}-")[1].Split("</article>")[0];
        Assert.Contains(Revient, row, StringComparison.Ordinal);
        Assert.DoesNotContain("<form", row, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_not_offer_a_counsellor_what_the_person_does()
    {
        var dossier = Dossiers.Open("Personne", 2);
        var task = Dossiers.Task(dossier, Dossiers.Now, RoleActeur.Personne, "Signer votre contrat");
        await web.EcrireAsync(dossier, task);
        await OffrirAsync(Dossiers.Counsellor, false, $"/taches/{dossier.Id}/{task.Id}");
    }

    private async Task OffrirAsync(string who, bool offered, params string[] pages)
    {
        foreach (var address in pages)
        {
            using var counsellor = web.Visiteur();
            await counsellor.EntrerAsync("conseiller", who);
            var page = await counsellor.PageAsync(address);
            Assert.Equal((offered, !offered), (page.Contains("name=\"geste\"", StringComparison.Ordinal), page.Contains(Revient, StringComparison.Ordinal)));
        }
    }
}
