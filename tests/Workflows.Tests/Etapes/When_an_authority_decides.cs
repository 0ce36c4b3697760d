using CsCheck;
using FranceTravail.Parcours.Workflows.Competence;
using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Tests.Banc;
using NodaTime;

namespace FranceTravail.Parcours.Workflows.Tests.Etapes;

/// <summary>Who decides an orientation, and until when: the authority of the person and of the place, its delegate, its signatories; then France Travail in its place.</summary>
public class When_an_authority_decides
{
    /// <summary>By which door, on RSA or not, where → whose agents decide.</summary>
    [Theory]
    [InlineData(PorteInscription.Demandeur, false, TrancheAge.De30A54, false, "62510", Decideur.FranceTravail)]
    [InlineData(PorteInscription.Demandeur, false, TrancheAge.Moins26, false, "62510", Decideur.FranceTravail)]
    [InlineData(PorteInscription.MissionLocale, false, TrancheAge.Moins26, false, "62510", Decideur.MissionLocale)]
    [InlineData(PorteInscription.MissionLocale, false, TrancheAge.De26A29, true, "62510", Decideur.MissionLocale)]
    [InlineData(PorteInscription.MissionLocale, false, TrancheAge.De26A29, false, "62510", Decideur.FranceTravail)]
    [InlineData(PorteInscription.CapEmploi, false, TrancheAge.Des55, true, "62510", Decideur.CapEmploi)]
    [InlineData(PorteInscription.CapEmploi, false, TrancheAge.Des55, false, "62510", Decideur.FranceTravail)]
    [InlineData(PorteInscription.MissionLocale, true, TrancheAge.Moins26, false, "62510", Decideur.PresidentConseilDepartemental)]
    [InlineData(PorteInscription.Rsa, true, TrancheAge.De30A54, false, "69123", Decideur.PresidentMetropoleLyon)]
    [InlineData(PorteInscription.Rsa, true, TrancheAge.De30A54, false, "69141", Decideur.PresidentConseilDepartemental)]
    [InlineData(PorteInscription.Rsa, true, TrancheAge.De30A54, false, "67482", Decideur.PresidentCollectiviteEuropeenneAlsace)]
    [InlineData(PorteInscription.Rsa, true, TrancheAge.De30A54, false, "97411", Decideur.FranceTravail)]
    public void Should_be_decided_by_the_competent_authority_and_by_nobody_else(PorteInscription porte, bool rsa, TrancheAge age, bool boe, string commune, Decideur autorite)
    {
        var p = new ParcoursEnMemoire(Situations.ProcheDeLEmploi with { Porte = porte, Rsa = rsa, Age = age, Boe = boe }, commune: commune);
        var tache = p.Tache("decider-orientation");
        Assert.Equal($"pas-de-calais/{autorite}", tache.Responsable.File);
        foreach (var autre in Enum.GetValues<Decideur>().Where(d => d != autorite))
        {
            Assert.Matches("^Cette décision revient (au|à) .+\u00a0: seul un de ses agents peut la prendre.$", p.Refus(p.Acte(tache, "retenir") with { Acteur = new(RoleActeur.Conseiller, $"agent-{autre}") }));
        }

        Assert.NotNull(p.Refus(p.Acte(tache, "retenir") with { Acteur = new(RoleActeur.Encadrement, "c-inconnu") }));
        p.Oriente();
        Assert.Equal(autorite, p.Etat.Dossier.OrienteePar);
    }

    [Fact]
    public void Should_say_who_may_decide()
    {
        var p = new ParcoursEnMemoire(Situations.Incertaine);
        Assert.Equal(
            "Cette décision revient au président du conseil départemental du Pas-de-Calais\u00a0: seul un de ses agents peut la prendre.",
            p.Refus(p.Acte(p.Tache("decider-orientation"), "retenir") with { Acteur = new(RoleActeur.Conseiller, "agent-FranceTravail") }));
    }

    [Fact]
    public void Should_be_decided_by_a_delegate_as_long_as_the_convention_lasts()
    {
        var table = TableCompetence.Nationale with
        {
            Delegations = [new(Decideur.PresidentConseilDepartemental, Decideur.FranceTravail, [NatureActe.Orientation], Ressort.DesDepartements("62"), new(new(2026, 1, 1), new(2026, 12, 31)), "convention du 15 décembre 2025")],
        };
        var p = new ParcoursEnMemoire(Situations.Incertaine, competences: table);
        Assert.Equal("pas-de-calais/FranceTravail", p.Tache("decider-orientation").Responsable.File);
        Assert.Equal(
            "Cette décision revient au président du conseil départemental du Pas-de-Calais\u00a0: seul un de ses agents peut la prendre, ou un agent de France Travail par délégation (convention du 15\u00a0décembre 2025).",
            p.Refus(p.Acte(p.Tache("decider-orientation"), "retenir") with { Acteur = new(RoleActeur.Conseiller, "agent-MissionLocale") }));
        p.Oriente();
        Assert.StartsWith(
            "Décision du président du conseil départemental du Pas-de-Calais, par délégation (convention du 15\u00a0décembre 2025) · Code du travail, art. L5411-5-1 II 2°",
            p.Faits.Single(f => f.Code == "pre-orientation.decision").BaseLegale);
        Assert.Equal(Decideur.PresidentConseilDepartemental, p.Etat.Dossier.OrienteePar);

        var apres = new ParcoursEnMemoire(Situations.Incertaine, debut: "2027-01-04T09:00:00", competences: table);
        Assert.Equal("pas-de-calais/PresidentConseilDepartemental", apres.Tache("decider-orientation").Responsable.File);
    }

    [Fact]
    public void Should_be_signed_only_by_who_has_the_signature_where_the_deployment_says_who_has_it()
    {
        var table = TableCompetence.Nationale with
        {
            Signatures = [new(Decideur.PresidentConseilDepartemental, "agent-9", "directrice de l’insertion", [NatureActe.Orientation], Ressort.DesDepartements("62"), new(new(2026, 1, 1)), "arrêté du 2 janvier 2026")],
        };
        var p = new ParcoursEnMemoire(Situations.Incertaine, competences: table);
        Assert.EndsWith("ses agents qui ont sa délégation de signature (directrice de l’insertion).", p.Refus("decider-orientation", "retenir"));
    }

    [Fact]
    public void Should_be_decided_by_nobody_where_no_authority_is_known()
    {
        var p = new ParcoursEnMemoire(Situations.Incertaine, commune: "97801");
        Assert.Equal(
            "Cette orientation ne peut pas être décidée ici. L’autorité compétente pour le RSA à Saint-Martin n’est pas établie ici.",
            p.Refus("decider-orientation", "retenir"));
    }

    [Fact]
    public void Should_start_the_six_weeks_on_the_day_the_right_is_known_to_be_open_and_never_before()
    {
        var p = new ParcoursEnMemoire(Situations.Incertaine with { DroitRsaConnuLe = null });
        Assert.Null(p.Tache("decider-orientation").Echeance.BaseLegale);
        p.AvancerJours(100);
        Assert.DoesNotContain("pre-orientation.relais", p.Codes);

        Assert.Equal("Cette date ne peut pas être à venir.", p.Refus("decider-orientation", "droit-ouvert", ("connu-le", "2027-01-17")));
        p.Agir("decider-orientation", "droit-ouvert", ("connu-le", "2027-01-10"));
        Assert.Contains("droit connu le 10\u00a0janvier", p.Tache("decider-orientation").Echeance.Motif);
        Assert.Equal(new LocalDate(2027, 2, 7), p.Tache("decider-orientation").Echeance.Jour);
        Assert.Equal("Corriger la date d’ouverture du droit", p.Tache("decider-orientation").Gestes.Single(g => g.Code == "droit-ouvert").Libelle);
        p.AvancerJusqua("2027-02-21T23:59:00");
        Assert.DoesNotContain("pre-orientation.relais", p.Codes);
        p.AvancerJusqua("2027-02-22T00:00:00");
        Assert.Contains("pre-orientation.relais", p.Codes);
        Assert.Equal("pas-de-calais/FranceTravail", p.Tache("decider-orientation").Responsable.File);
        Assert.NotNull(p.Refus(p.Acte(p.Tache("decider-orientation"), "retenir") with { Acteur = new(RoleActeur.Conseiller, "agent-PresidentConseilDepartemental") }));
    }

    [Theory]
    [InlineData("2009-05-31", "Le RSA existe depuis le 1ᵉʳ juin 2009 : vérifiez l’année.")]
    [InlineData("2009-06-01", null)]
    [InlineData("2019-03-04", null)]
    public void Should_refuse_no_day_but_an_impossible_one(string jour, string? refus)
    {
        var p = new ParcoursEnMemoire(Situations.Incertaine with { DroitRsaConnuLe = null });
        Assert.Equal(refus, refus is null ? null : p.Refus("decider-orientation", "droit-ouvert", ("connu-le", jour))?.Replace('\u00a0', ' '));
        if (refus is null)
        {
            // The six weeks of the law are over: France Travail may orient at once, if the day was not mistyped.
            Assert.Contains("« Le délai est passé »", p.Refus("decider-orientation", "droit-ouvert", ("connu-le", jour))?.Replace('\u00a0', ' '));
            p.Agir("decider-orientation", "droit-ouvert", ("connu-le", jour), ("delai-passe", "oui"));
            p.AvancerJours(1);
            Assert.Equal("pas-de-calais/FranceTravail", p.Tache("decider-orientation").Responsable.File);
        }
    }

    [Fact]
    public void Should_give_the_decision_back_when_the_day_of_the_right_was_mistyped()
    {
        var p = new ParcoursEnMemoire(Situations.Incertaine with { DroitRsaConnuLe = null });
        p.AvancerJours(100);
        var departement = p.Tache("decider-orientation").Responsable;
        p.Agir("decider-orientation", "droit-ouvert", ("connu-le", "2026-11-10"), ("delai-passe", "oui"));
        p.AvancerJours(1);
        Assert.NotEqual(departement, p.Tache("decider-orientation").Responsable);

        p.Agir("decider-orientation", "droit-ouvert", ("connu-le", "2027-01-10"));
        Assert.Equal(departement, p.Tache("decider-orientation").Responsable);
        Assert.Equal(new LocalDate(2027, 2, 7), p.Tache("decider-orientation").Echeance.Jour);
        p.AvancerJusqua("2027-02-22T00:00:00");
        Assert.Equal(2, p.Codes.Count(c => c == "pre-orientation.relais"));
    }

    [Fact]
    public void Should_record_a_missed_delay_and_hand_over_for_RSA()
    {
        var p = new ParcoursEnMemoire(Situations.Incertaine);
        p.AvancerJours(30);
        var fait = p.Faits.Single(f => f.Code == "pre-orientation.delai");
        Assert.Equal((TonFait.EcheanceDepassee, "Échéance dépassée — orientation non décidée."), (fait.Ton, fait.Phrase));
        Assert.Equal("Délai du territoire, dans les six semaines de la loi\u00a0: Code de l’action sociale et des familles, art. D262-65-2", fait.BaseLegale);
        Assert.True(p.Tache("decider-orientation").Escaladee);
        p.AvancerJusqua("2026-11-19T23:59:00");
        Assert.DoesNotContain("pre-orientation.relais", p.Codes);
        p.AvancerJusqua("2026-11-20T00:00:00");
        var relais = p.Faits.Single(f => f.Code == "pre-orientation.relais");
        Assert.Equal("Code de l’action sociale et des familles, art. D262-65-2", relais.BaseLegale);
        Assert.StartsWith("France Travail oriente à la place du président du conseil départemental du Pas-de-Calais. Proposition", p.Tache("decider-orientation").Precision);
        Assert.Equal(new LocalDate(2026, 11, 27), p.Tache("decider-orientation").Echeance.Jour);
        p.Agir("decider-orientation", "retenir");
        Assert.StartsWith("Décision de France Travail à la place du président du conseil départemental du Pas-de-Calais", p.Faits.Single(f => f.Code == "pre-orientation.decision").BaseLegale);
    }
}
