using FranceTravail.Parcours.Workflows.Parcours;
using Xunit;

namespace FranceTravail.Parcours.Host.Tests.Web;

/// <summary>« Signalé à l’encadrement » is true: the management of the territory finds the task in its inbox, and nobody else does beside who has it.</summary>
public class When_a_task_is_escalated(WebFixture web) : IClassFixture<WebFixture>
{
    private const string Supervisor = "c-pas-de-calais-6";

    [Theory]
    [InlineData(Dossiers.Counsellor, true)]
    [InlineData(Supervisor, true)]
    [InlineData("c-pas-de-calais-2", false)]
    [InlineData("c-rhone-6", false)]
    public async Task Should_be_in_the_inbox_of_who_has_it_and_of_her_management(string who, bool shown)
    {
        var dossier = Dossiers.Open("Escaladee", 2);
        var task = Dossiers.Task(dossier, Dossiers.Now, RoleActeur.Conseiller, "confirmer la présence");
        task.Escaladee = true;
        await web.EcrireAsync(dossier, task);
        using var counsellor = web.Visiteur();
        await counsellor.EntrerAsync("conseiller", who);
        Assert.Equal(shown, (await counsellor.PageAsync("/ma-journee")).Contains("Ana Escaladee", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Dossiers.Counsellor, true)]
    [InlineData(Supervisor, false)]
    public async Task Should_stay_with_who_has_it_until_then(string who, bool shown)
    {
        var dossier = Dossiers.Open("Ordinaire", 2);
        await web.EcrireAsync(dossier, Dossiers.Task(dossier, Dossiers.Now, RoleActeur.Conseiller, "confirmer la présence"));
        using var counsellor = web.Visiteur();
        await counsellor.EntrerAsync("conseiller", who);
        Assert.Equal(shown, (await counsellor.PageAsync("/ma-journee")).Contains("Ana Ordinaire", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Should_be_there_once_and_be_counted_once_when_the_task_is_of_the_queue_of_the_territory()
    {
        var dossier = Dossiers.Open("EnFile", 2);
        var task = Dossiers.Task(dossier, Dossiers.Now, RoleActeur.Conseiller, "prendre en charge");
        (task.ResponsableId, task.ResponsableFile, task.Escaladee) = (null, dossier.Territoire, true);
        await web.EcrireAsync(dossier, task);
        using var supervisor = web.Visiteur();
        await supervisor.EntrerAsync("conseiller", Supervisor);
        var page = await supervisor.PageAsync("/ma-journee");
        Assert.Equal(page.IndexOf($"/dossiers/{dossier.Id}", StringComparison.Ordinal), page.LastIndexOf($"/dossiers/{dossier.Id}", StringComparison.Ordinal));
        Assert.Contains("Ana EnFile", page, StringComparison.Ordinal);
    }
}
