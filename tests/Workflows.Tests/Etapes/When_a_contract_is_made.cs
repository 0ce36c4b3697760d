using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Droit;
using FranceTravail.Parcours.Workflows.Etapes.ContratEngagement;
using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Tests.Banc;
using NodaTime;

namespace FranceTravail.Parcours.Workflows.Tests.Etapes;

public class When_a_contract_is_made
{
    private static readonly (string, string)[] QuinzeHeures = [("objectif", "t-objectif"), ("heures-appui-recherche", "6"), ("heures-formation", "9"), ("engagements", "garde-enfant,entretiens")];

    [Theory]
    [InlineData(15, null, false, true)]
    [InlineData(20, null, false, true)]
    [InlineData(35, null, false, true)]
    [InlineData(35.25, null, false, false)]
    [InlineData(14.75, null, false, false)]
    [InlineData(14.75, "SituationIndividuelle", false, true)]
    [InlineData(5, "Sante", false, true)]
    [InlineData(15, "Sante", false, true)]
    [InlineData(0, null, false, false)]
    [InlineData(0, null, true, false)]
    [InlineData(0, "SituationIndividuelle", true, false)]
    [InlineData(0, "Sante", false, false)]
    [InlineData(0, "Sante", true, true)]
    [InlineData(0, "Handicap", true, true)]
    [InlineData(0, "Invalidite", true, true)]
    [InlineData(0, "ParentIsole", true, true)]
    [InlineData(10, "Sante", true, true)]
    [InlineData(15, null, true, true)]
    public void Should_keep_the_hours_within_the_law(double heures, string? motif, bool demande, bool admis)
    {
        var refus = ReglesHeures.Refuser(Loi.Au(new(2026, 11, 26)).Contrat, (decimal)heures, motif is null ? null : Enum.Parse<MotifHeures>(motif), demande);
        Assert.Equal(admis, refus is null);
    }

    [Fact]
    public void Should_hold_the_commitments_of_both_sides()
    {
        var p = Proposer();
        Assert.Equal((1, StatutContrat.Propose, 15m), (p.DernierContrat.Version, p.DernierContrat.Statut, p.DernierContrat.HeuresParSemaine));
        Assert.Equal(
            ["Personne appui-recherche 6", "Personne formation 9", "Personne assiduite ", "Organisme referent-unique ", "Organisme entretiens ", "Organisme garde-enfant "],
            p.DernierContrat.Lignes.Select(l => $"{l.Cote} {l.Nature} {l.HeuresParSemaine}"));
        Assert.Equal([1, 2, 3, 4, 5, 6], p.DernierContrat.Lignes.Select(l => l.Ordre));
    }

    [Fact]
    public void Should_count_actions_in_French()
    {
        Assert.StartsWith("Deux actions, 15\u00a0h", Proposer().Tache("signer-contrat").Precision, StringComparison.Ordinal);
        var p = Proposer(("heures-appui-recherche", "15"));
        Assert.StartsWith("Une action, 15\u00a0h", p.Tache("signer-contrat").Precision, StringComparison.Ordinal);
        Assert.Equal("Contrat d’engagement proposé — une action, 15\u00a0h par semaine.", p.Faits.Last(f => f.Code == "contrat.propose").Phrase);
    }

    [Fact]
    public void Should_be_due_one_month_after_the_notice_put_off_to_a_working_day()
    {
        var p = Proposer();
        Assert.Equal(new LocalDate(2026, 11, 9), p.Tache("signer-contrat").Echeance.Jour);
        Assert.Equal("Code du travail, art. D5411-14-1", p.Tache("signer-contrat").Echeance.BaseLegale);
        Assert.Equal("attendu le 9\u00a0nov.", p.Etat.Ruban.Values.Single(e => e.NoeudId == "contrat").Precision);
    }

    [Theory]
    [InlineData("signer-contrat", "signer-contrat-referent")]
    [InlineData("signer-contrat-referent", "signer-contrat")]
    public void Should_bind_only_once_both_have_signed(string premier, string second)
    {
        var p = Proposer();
        p.Agir(premier, "signer");
        Assert.Equal(("contrat", StatutContrat.Propose), (p.Noeud, p.DernierContrat.Statut));
        Assert.Null(p.Etat.Dossier.ContratEnVigueur);
        p.Agir(second, "signer");
        Assert.Equal(("revue", StatutContrat.Signe), (p.Noeud, p.DernierContrat.Statut));
        Assert.NotNull(p.Etat.Dossier.ContratEnVigueur);
        Assert.Contains(p.Courriers, e => e.Modele == "contrat-signe");
    }

    [Fact]
    public void Should_make_a_new_version_when_the_person_asks_for_a_change()
    {
        var p = Proposer();
        p.Agir("signer-contrat-referent", "signer");
        p.Agir("signer-contrat", "demander-modification", ("raison", "texte-0000001"));
        Assert.Equal(StatutContrat.Remplace, p.DernierContrat.Statut);
        Assert.False(p.Ouverte("signer-contrat"));
        p.Agir("proposer-contrat", "proposer", ("objectif", "t-objectif"), ("heures-formation", "15"));
        Assert.Equal((2, (Instant?)null), (p.DernierContrat.Version, p.DernierContrat.SigneParConseillerLe));
    }

    [Fact]
    public void Should_remind_then_record_the_missed_month_and_have_the_person_called()
    {
        var p = Proposer();
        p.AvancerJusqua("2026-11-09T12:00:00");
        Assert.Equal(2, p.Faits.Count(f => f.Code == "tache.rappel"));
        p.AvancerJusqua("2026-11-10T01:00:00");
        var fait = p.Faits.Single(f => f.Code == "contrat.delai");
        Assert.Equal(("Échéance dépassée — contrat d’engagement non signé.", TonFait.EcheanceDepassee), (fait.Phrase, fait.Ton));
        Assert.Equal("Un mois depuis l’orientation notifiée le 8\u00a0octobre · Code du travail, art. D5411-14-1", fait.BaseLegale);
        p.Agir("relancer", "contact-repris");
        p.Agir("signer-contrat", "signer");
        p.Agir("signer-contrat-referent", "signer");
        Assert.Equal("Contrat d’engagement signé des deux côtés, un jour après l’échéance.", p.Faits.Single(f => f.Code == "contrat.signe").Phrase);
    }

    [Fact]
    public void Should_write_no_past_deadline_as_if_it_were_to_come()
    {
        var p = Proposer();
        p.AvancerJusqua("2026-11-10T01:00:00");
        p.Agir("signer-contrat-referent", "reprendre");
        p.Agir("proposer-contrat", "proposer", QuinzeHeures);
        Assert.Equal([false, true], p.Courriers.Where(e => e.Modele == "contrat-a-signer").Select(e => e.Donnees.ContainsKey("enRetard")));
    }

    [Fact]
    public void Should_have_no_referent_of_another_organism_nor_of_the_management()
    {
        var p = new ParcoursEnMemoire(monde: new Monde { SansReferent = true });
        Deroulement.JusquAuContrat(p);
        p.AvancerJours(30);
        var acte = p.Acte(p.Tache("designer-referent"), "prendre");
        Assert.All(["c-2/CapEmploi", "c-6", "inconnu"], qui => Assert.Equal(
            "Cette tâche revient aux conseillers de l’organisme référent (France Travail).", p.Refus(acte with { Acteur = new(RoleActeur.Conseiller, qui) })));
        Assert.Null(p.Refus(acte));
    }

    [Fact]
    public void Should_ask_again_and_again_as_long_as_the_person_does_not_sign()
    {
        var p = Proposer();
        p.Agir("signer-contrat-referent", "signer");
        for (var relance = 1; relance <= 5; relance++)
        {
            p.AvancerJours(relance == 1 ? 33 : 9);
            p.Agir("relancer", "contact-repris");
            Assert.DoesNotContain(p.Etat.Taches.Values, t => t.Responsable.Role == RoleActeur.Conseiller);
        }
    }

    [Fact]
    public void Should_not_be_proposed_before_a_referent_is_named()
    {
        var p = new ParcoursEnMemoire(monde: new Monde { SansReferent = true });
        Deroulement.JusquAuContrat(p);
        Assert.Equal("Le contrat nomme un référent unique\u00a0: un conseiller doit d’abord le devenir.", p.Refus("proposer-contrat", "proposer", QuinzeHeures));
        p.Agir("designer-referent", "prendre");
        Assert.Equal("c-9", p.Etat.Dossier.ReferentId);
        Assert.Null(p.Refus("proposer-contrat", "proposer", QuinzeHeures));
    }

    [Fact]
    public void Should_forget_the_call_when_the_person_signs_meanwhile()
    {
        var p = Proposer();
        p.AvancerJusqua("2026-11-10T01:00:00");
        Assert.True(p.Ouverte("relancer"));
        p.Agir("signer-contrat", "signer");
        Assert.False(p.Ouverte("relancer"));
    }

    [Fact]
    public void Should_accept_a_plan_without_hours_at_the_persons_request_and_ask_for_no_declaration()
    {
        var p = new ParcoursEnMemoire();
        Deroulement.JusquAuContrat(p);
        Assert.NotNull(p.Refus("proposer-contrat", "proposer", ("objectif", "t-objectif"), ("motif-heures", "Sante")));
        p.Agir("proposer-contrat", "proposer", ("objectif", "t-objectif"), ("motif-heures", "Sante"), ("demande-personne", "oui"));
        Assert.Equal("accompagnement", p.DernierContrat.Lignes[0].Nature);
        p.Agir("signer-contrat-referent", "signer");
        p.Agir("signer-contrat", "signer");
        p.AvancerJours(60);
        Assert.False(p.Ouverte("declarer-semaine"));
        Assert.Equal("sans heures hebdomadaires", p.Etat.Ruban.Values.Single(e => e.NoeudId == "suivi").Precision);
    }

    [Fact]
    public void Should_replace_the_signed_version_only_when_the_revision_is_signed()
    {
        var p = new ParcoursEnMemoire();
        Deroulement.JusquAuContratSigne(p);
        Deroulement.JusquALaRevue(p);
        p.Agir("tenir-revue", "NouveauContrat");
        Assert.StartsWith("Un mois depuis la révision décidée le", p.Tache("proposer-contrat").Echeance.Motif);
        Assert.Null(p.Tache("proposer-contrat").Echeance.BaseLegale);
        p.Agir("proposer-contrat", "proposer", ("objectif", "t-objectif"), ("heures-formation", "20"));
        Assert.Equal(["Orientation", "Revision"], p.Courriers.Where(e => e.Modele == "contrat-a-signer").Select(e => e.Donnees["cause"]));
        Assert.Equal(15m, p.Etat.Dossier.ContratEnVigueur!.HeuresParSemaine);
        p.Agir("signer-contrat-referent", "signer");
        p.Agir("signer-contrat", "signer");
        Assert.Equal(20m, p.Etat.Dossier.ContratEnVigueur!.HeuresParSemaine);
        Assert.Equal([(1, StatutContrat.Remplace), (2, StatutContrat.Signe)], p.Projections[^2].Contrats.Concat(p.Projections[^1].Contrats).Select(c => (c.Version, c.Statut)).TakeLast(2));
        Assert.Equal("20\u00a0h par semaine", p.Etat.Ruban.Values.Single(e => e.NoeudId == "suivi").Precision);
    }

    [Fact]
    public void Should_rest_on_the_article_of_a_new_organism_after_a_new_orientation()
    {
        var p = new ParcoursEnMemoire();
        Deroulement.JusquAuContratSigne(p);
        Deroulement.Reorienter(p, "CapEmploi");
        Deroulement.JusquAuContrat(p);
        Assert.Equal("Code du travail, art. D5411-14-2", p.Tache("proposer-contrat").Echeance.BaseLegale);
    }

    private static ParcoursEnMemoire Proposer(params (string, string)[] heures)
    {
        var p = new ParcoursEnMemoire();
        Deroulement.JusquAuContrat(p);
        p.Agir("proposer-contrat", "proposer", heures is [] ? QuinzeHeures : [("objectif", "t-objectif"), .. heures]);
        return p;
    }
}
