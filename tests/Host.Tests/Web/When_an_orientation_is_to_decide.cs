using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Taches;
using Xunit;

namespace FranceTravail.Parcours.Host.Tests.Web;

/// <summary>Nobody confirms what she does not see.</summary>
public class When_an_orientation_is_to_decide(WebFixture web) : IClassFixture<WebFixture>
{
    private const string Proposee = "Proposition\u00a0: parcours socioprofessionnel, accompagnement par France Travail\u00a0: la santé et le logement freinent la reprise d’un emploi.";
    private const string Raison = "Deux freins sont déclarés.";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Should_show_the_proposal_and_fold_at_most_its_reasons(bool enLot)
    {
        var dossier = Dossiers.Open($"Decider{enLot}", 2);
        var task = Dossiers.Task(dossier, Dossiers.Now, RoleActeur.Conseiller, "décider de l’orientation");
        task.Precision = $"{Proposee}\n{Raison}";
        task.Gestes = [new Geste { Code = "retenir", Libelle = "Confirmer la proposition", Principal = true, EnLot = enLot }];
        await web.EcrireAsync(dossier, task);
        using var counsellor = web.Visiteur();
        await counsellor.EntrerAsync("conseiller", Dossiers.Counsellor);
        var row = (await counsellor.PageAsync("/ma-journee")).Split($"id=\"tache-{dossier.Id}-")[1].Split("</article>")[0];
        var (open, folded) = row.IndexOf("<details class=\"pourquoi\"", StringComparison.Ordinal) is >= 0 and var at ? (row[..at], row[at..]) : (row, "");
        Assert.Contains(Proposee, open, StringComparison.Ordinal);
        Assert.Contains(Raison, enLot ? open : folded, StringComparison.Ordinal);
    }
}
