using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Tests.Banc;
using NodaTime;

namespace FranceTravail.Parcours.Workflows.Tests.Etapes;

public class When_activities_are_followed
{
    [Fact]
    public void Should_ask_for_a_week_on_its_Friday_and_have_it_validated()
    {
        var p = Suivre();
        p.AvancerJusqua("2026-10-23T08:00:00");
        Assert.Equal("Déclarer vos activités de la semaine du 19\u00a0octobre", p.Tache("declarer-semaine").Libelle);
        p.Agir("declarer-semaine", "declarer", ("heures", "16.5"), ("detail", "texte-0000001"));
        Assert.Equal("valider 16\u00a0h\u00a030 déclarées", p.Tache("valider-semaine").Libelle);
        p.Agir("valider-semaine", "valider");
        var semaine = p.Projections.SelectMany(x => x.Semaines).Last();
        Assert.Equal((new LocalDate(2026, 10, 19), 15m, 16.5m, 16.5m, StatutSemaine.Validee), (semaine.Lundi, semaine.HeuresPrevues, semaine.HeuresDeclarees, semaine.HeuresValidees, semaine.Statut));
    }

    [Fact]
    public void Should_say_both_figures_when_the_counsellor_corrects()
    {
        var p = Suivre();
        p.AvancerJusqua("2026-10-23T08:00:00");
        p.Agir("declarer-semaine", "declarer", ("heures", "16.5"));
        p.Agir("valider-semaine", "corriger", ("heures", "12"));
        Assert.Equal("12\u00a0h d’activité validées pour la semaine du 19\u00a0octobre, sur 16\u00a0h\u00a030 déclarées.", p.Faits.Last().Phrase);
    }

    [Fact]
    public void Should_only_write_a_silence_down_and_have_the_person_called_after_two()
    {
        var p = Suivre();
        p.AvancerJusqua("2026-11-02T01:00:00");
        Assert.Equal("Aucune activité déclarée pour la semaine du 19\u00a0octobre.", p.Faits.Single(f => f.Code == "suivi.sans-declaration").Phrase);
        Assert.False(p.Ouverte("prendre-des-nouvelles"));
        p.AvancerJusqua("2026-11-09T01:00:00");
        Assert.Contains("Ce silence n’est pas un manquement.", p.Tache("prendre-des-nouvelles").Precision);
        p.Agir("prendre-des-nouvelles", "contact-pris");
        p.AvancerJusqua("2026-11-16T01:00:00");
        Assert.False(p.Ouverte("prendre-des-nouvelles"));
    }

    [Fact]
    public void Should_settle_by_itself_what_nobody_validates()
    {
        var p = Suivre();
        p.AvancerJusqua("2026-10-23T08:00:00");
        p.Agir("declarer-semaine", "declarer", ("heures", "15"));
        p.AvancerJours(29);
        Assert.Contains("suivi.sans-validation", p.Codes);
        Assert.DoesNotContain(p.Etat.Taches.Values, t => t.Nature == "valider-semaine");
    }

    [Fact]
    public void Should_go_on_while_the_review_waits_and_after_it()
    {
        var p = Suivre();
        p.AvancerJusqua("2027-02-20T00:00:00");
        Assert.True(p.Ouverte("tenir-revue"));
        Assert.Contains(p.Etat.Taches.Values, t => t.Nature == "declarer-semaine");
        p.Agir("tenir-revue", "Poursuite");
        p.AvancerJours(8);
        Assert.Contains(p.Etat.Taches.Values, t => t.Nature == "declarer-semaine" && t.OuverteLe > p.Maintenant - Duration.FromDays(8));
        Assert.Single(p.Faits, f => f.Code == "suivi.engage");
    }

    [Fact]
    public void Should_wait_for_no_week_of_a_closed_journey()
    {
        var p = Suivre();
        p.AvancerJusqua("2027-01-15T09:00:00");
        Assert.True(p.Ouverte("tenir-revue"));
        p.Agir("tenir-revue", "Sortie", ("motif", "emploi"));
        var semaines = p.Projections.SelectMany(x => x.Semaines).GroupBy(s => s.Lundi).Select(g => g.Last()).ToList();
        Assert.NotEmpty(semaines);
        Assert.DoesNotContain(semaines, s => s.Statut == StatutSemaine.ADeclarer);
    }

    /// <summary>A contract that is revised in the middle of a week changes the weeks that follow, and says from when.</summary>
    [Fact]
    public void Should_count_the_hours_of_a_new_contract_from_the_next_Monday()
    {
        var p = Suivre();
        Deroulement.JusquALaRevue(p);
        p.Agir("tenir-revue", "NouveauContrat");
        p.Agir("proposer-contrat", "proposer", ("objectif", "t-objectif"), ("heures-appui-recherche", "20"), ("engagements", "entretiens"));
        p.Agir("signer-contrat-referent", "signer");
        p.Agir("signer-contrat", "signer");
        var signe = p.Aujourdhui;
        var lundi = signe.Next(IsoDayOfWeek.Monday);
        Assert.Contains("20\u00a0h par semaine", p.Faits.Last(f => f.Code == "suivi.engage").Phrase);
        for (var jours = 0; jours < 21; jours++)
        {
            p.AvancerJours(1);
        }

        var semaines = p.Projections.SelectMany(x => x.Semaines).GroupBy(x => x.Lundi).ToDictionary(g => g.Key, g => g.Last().HeuresPrevues);
        Assert.Equal((15m, 20m), (semaines[lundi.PlusWeeks(-1)], semaines[lundi]));
    }

    private static ParcoursEnMemoire Suivre()
    {
        var p = new ParcoursEnMemoire();
        Deroulement.JusquAuContratSigne(p);
        return p;
    }
}
