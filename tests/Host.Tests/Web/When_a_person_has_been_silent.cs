using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Parcours;
using NodaTime;
using Xunit;

namespace FranceTravail.Parcours.Host.Tests.Web;

/// <summary>Three weeks without an act of the person nor a meeting: her counsellor sees her name.</summary>
public class When_a_person_has_been_silent(WebFixture web) : IClassFixture<WebFixture>
{
    [Fact]
    public async Task Should_show_the_silent_and_nobody_else()
    {
        var silent = Dossiers.Open("Silencieuse", 60);
        var heard = Dossiers.Open("Entendue", 60);
        var met = Dossiers.Open("Rencontree", 60);
        var recent = Dossiers.Open("Nouvelle", 20);
        await web.EcrireAsync(
            silent, heard, met, recent,
            Dossiers.Fact(silent, 30, RoleActeur.Personne, "Rendez-vous confirmé par la personne."),
            Dossiers.Fact(silent, 1, RoleActeur.Systeme, "Rappel envoyé."),
            Dossiers.Fact(heard, 5, RoleActeur.Personne, "La personne déclare 15 h."),
            Meeting(met, 10));
        using var counsellor = web.Visiteur();
        await counsellor.EntrerAsync("conseiller", Dossiers.Counsellor);
        var page = await counsellor.PageAsync("/ma-journee");
        var card = page[page.IndexOf("Silencieux depuis 21 jours", StringComparison.Ordinal)..];
        Assert.Contains("Ana Silencieuse", card, StringComparison.Ordinal);
        Assert.Contains("dernier échange", card, StringComparison.Ordinal);
        Assert.All(["Entendue", "Rencontree", "Nouvelle"], name => Assert.DoesNotContain(name, card, StringComparison.Ordinal));
    }

    private static RendezVous Meeting(Dossier dossier, int daysAgo) => new()
    {
        DossierId = dossier.Id,
        Id = "rdv-1",
        Debut = Dossiers.Now - Duration.FromDays(daysAgo),
        Fin = Dossiers.Now - Duration.FromDays(daysAgo) + Duration.FromHours(1),
        Statut = StatutRendezVous.Honore,
    };
}
