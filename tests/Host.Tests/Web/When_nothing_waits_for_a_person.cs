using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Parcours;
using Xunit;

namespace FranceTravail.Parcours.Host.Tests.Web;

/// <summary>What her page says then is about herself: never a deadline of her counsellor as if it were hers.</summary>
public class When_nothing_waits_for_a_person(WebFixture web) : IClassFixture<WebFixture>
{
    [Fact]
    public async Task Should_name_the_next_review()
    {
        var page = await PageAsync(15, _ => null);
        Assert.Contains("se déclarent ici, à la fin de chaque semaine.", page, StringComparison.Ordinal);
        Assert.Contains("Prochain point avec votre référent\u00a0: au plus tard le 9\u00a0mars 2027.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_name_the_next_review_beside_all_else_and_not_give_her_the_deadline_of_her_counsellor()
    {
        var page = await PageAsync(15, d => Dossiers.Task(d, Dossiers.Now, RoleActeur.Conseiller, "valider 15 h déclarées"));
        Assert.Contains("Faire le point avec vous", page, StringComparison.Ordinal);
        Assert.Contains("au plus tard le 9\u00a0mars", page, StringComparison.Ordinal);
        Assert.DoesNotContain("1er\u00a0févr", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Rien n’est en attente de notre côté", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_own_up_to_a_deadline_that_was_missed()
    {
        var (dossier, toCome, asked) = (Dossiers.Open("Retard", 60), Dossiers.Open("Avenir", 60), Dossiers.Open("Demande", 60));
        dossier.ReferentId = null;
        dossier.TypeParcours = TypeParcours.Social;
        var (past, ahead, answer) = (Due(dossier, -20), Due(toCome, 20), Due(asked, -20));
        answer.FilId = "demande-1";
        await web.EcrireAsync(dossier, toCome, asked, past, ahead, answer);
        using var person = web.Visiteur();
        await person.EntrerAsync("personne", dossier.Id);
        var page = await person.PageAsync("/mon-parcours");
        Assert.Contains("nous sommes en retard\u00a0: écrire le point fait avec vous. C’était à faire au plus tard le", page, StringComparison.Ordinal);
        Assert.Contains("Votre référent n’est pas encore désigné", page, StringComparison.Ordinal);
        Assert.DoesNotContain("à votre référent", page, StringComparison.Ordinal);
        await person.EntrerAsync("personne", toCome.Id);
        Assert.Contains("La suite vient de nous\u00a0: écrire le point fait avec vous, au plus tard le", await person.PageAsync("/mon-parcours"), StringComparison.Ordinal);

        // An answer that is late is late among what is owed to her; her accompaniment is not.
        await person.EntrerAsync("personne", asked.Id);
        page = await person.PageAsync("/mon-parcours");
        Assert.Contains("La suite vient de nous. Un message vous préviendra ici.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("nous sommes en retard", page, StringComparison.Ordinal);

        static Tache Due(Dossier dossier, int days)
        {
            var task = Dossiers.Task(dossier, Dossiers.Now, RoleActeur.Conseiller, "écrire le diagnostic");
            task.Nature = "etablir-diagnostic";
            (task.Echeance, task.EcheanceJour) = (Dossiers.Now + NodaTime.Duration.FromDays(days), Dossiers.Now.InUtc().Date.PlusDays(days));
            return task;
        }
    }

    [Theory]
    [InlineData(StatutEtape.AVenir, true)]
    [InlineData(StatutEtape.EnCours, true)]
    [InlineData(StatutEtape.Faite, false)]
    public async Task Should_say_from_the_registration_on_that_she_is_owed_a_first_appointment(StatutEtape statut, bool du)
    {
        var dossier = Dossiers.Open("Nouvelle", 1);
        dossier.TypeParcours = null;
        await web.EcrireAsync(dossier, new EtapeParcours { DossierId = dossier.Id, Ordre = 3, NoeudId = "rdv", Type = "Parcours.PremierRendezVous", Titre = "Premier rendez-vous", Statut = statut, Precision = "au plus tard le 24 déc." });
        using var person = web.Visiteur();
        await person.EntrerAsync("personne", dossier.Id);
        Assert.Equal(du, (await person.PageAsync("/mon-parcours")).Contains("Vous recevoir une première fois", StringComparison.Ordinal));
    }

    /// <summary>A chip that is late looks late, and says so in words.</summary>
    [Theory]
    [InlineData("au plus tard le 24 déc.", false)]
    [InlineData("au plus tard le 24 déc.\u00a0: en retard", true)]
    public async Task Should_look_late_when_the_first_appointment_is(string precision, bool late)
    {
        var dossier = Dossiers.Open("Attend", 1);
        await web.EcrireAsync(dossier, new EtapeParcours { DossierId = dossier.Id, Ordre = 3, NoeudId = "rdv", Type = "Parcours.PremierRendezVous", Titre = "Premier rendez-vous", Statut = StatutEtape.EnCours, Precision = precision, AvantLe = new(late ? 2020 : 2120, 12, 24) });
        using var person = web.Visiteur();
        await person.EntrerAsync("personne", dossier.Id);
        var page = await person.PageAsync("/mon-parcours");
        var chip = page[page.IndexOf("Vous recevoir une première fois", StringComparison.Ordinal)..];
        chip = chip[..chip.IndexOf("</li>", StringComparison.Ordinal)];
        Assert.Contains(precision, chip, StringComparison.Ordinal);
        Assert.Equal((late, late), (chip.Contains("puce retard", StringComparison.Ordinal), chip.Contains("#alert-triangle", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Should_say_that_data_are_lost_where_the_store_was_rebuilt()
    {
        var dossier = Dossiers.Open(Dossier.NomPerdu, 60);
        dossier.Prenom = "";
        var texte = $"{Guid.NewGuid():n}-texte";
        await web.EcrireAsync(dossier, Dossiers.Fact(dossier, 2, RoleActeur.Personne, "Demande de la personne.", texteId: texte));
        using var visiteur = web.Visiteur();
        await visiteur.EntrerAsync("personne", dossier.Id);
        var page = await visiteur.PageAsync("/mon-parcours");
        Assert.Contains("Données perdues.", page, StringComparison.Ordinal);
        Assert.Contains("Donnée perdue.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("apparaîtront ici, avec leur preuve", page, StringComparison.Ordinal);
        await visiteur.EntrerAsync("conseiller", Dossiers.Counsellor);
        page = await visiteur.PageAsync($"/dossiers/{dossier.Id}");
        Assert.Contains("Données perdues.", page, StringComparison.Ordinal);
        Assert.Contains("Donnée perdue\u00a0: ce qui avait été écrit", page.Replace("perdue :", "perdue\u00a0:", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_not_ask_for_hours_that_the_contract_does_not_hold()
    {
        var page = await PageAsync(0, _ => null);
        Assert.Contains("Votre contrat ne prévoit pas d’heures à déclarer.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("se déclarent ici", page, StringComparison.Ordinal);
    }

    private async Task<string> PageAsync(decimal heures, Func<Dossier, object?> task)
    {
        var dossier = Dossiers.Open("Calme", 40);
        (dossier.ProchaineEcheanceJour, dossier.ProchaineEcheanceObjet) = (new(2027, 2, 1), "à valider");
        await web.EcrireAsync([.. new object?[]
        {
            dossier,
            new Contrat
            {
                Id = $"{dossier.Id}-contrat-1", DossierId = dossier.Id, Version = 1, HeuresParSemaine = heures, Statut = StatutContrat.Signe,
                ProposeLe = Dossiers.Now, ASignerAvantLe = new(2026, 12, 24),
            },
            new EtapeParcours { DossierId = dossier.Id, Ordre = 6, NoeudId = "suivi", Type = "Parcours.SuiviActivites", Titre = "Activités", Statut = StatutEtape.EnCours },
            new EtapeParcours { DossierId = dossier.Id, Ordre = 7, NoeudId = "revue", Type = "Parcours.RevuePeriodique", Titre = "Revue", Statut = StatutEtape.EnCours, AvantLe = new(2027, 3, 9) },
            task(dossier),
        }.OfType<object>()]);
        using var person = web.Visiteur();
        await person.EntrerAsync("personne", dossier.Id);
        return await person.PageAsync("/mon-parcours");
    }
}
