using CsCheck;
using FranceTravail.Parcours.Workflows.Courriers;
using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Droit;
using FranceTravail.Parcours.Workflows.Etapes.PreOrientation;
using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Partenaires.FranceTravail;
using FranceTravail.Parcours.Workflows.Tests.Banc;
using NodaTime;

namespace FranceTravail.Parcours.Workflows.Tests.Etapes;

public class When_a_person_is_oriented
{
    [Fact]
    public void Should_propose_the_journey_nearest_to_work_to_who_is_near_to_work()
    {
        var p = new ParcoursEnMemoire(Situations.ProcheDeLEmploi);
        Assert.Equal((TypeParcours.Professionnel, OrganismeReferent.FranceTravail), (p.Etat.Dossier.TypeParcours, p.Etat.Dossier.Organisme));
    }

    [Fact]
    public void Should_record_the_inputs_the_weights_and_the_points()
    {
        var p = new ParcoursEnMemoire(Situations.ProcheDeLEmploi);
        var donnees = p.Faits.Single(f => f.Code == "pre-orientation.proposition").Donnees;
        Assert.Equal(["emploi", "aspirations", "qualification", "difficultes"], donnees.Keys.Where(k => k.StartsWith("critere.", StringComparison.Ordinal)).Select(k => k["critere.".Length..]));
        Assert.Contains("poids 25", donnees["critere.emploi"]);
        Assert.Equal("Professionnel", donnees["proposition"]);
        Assert.Equal(["points.Professionnel", "points.SocioProfessionnel", "points.Social"], donnees.Keys.Where(k => k.StartsWith("points.", StringComparison.Ordinal)));
    }

    [Fact]
    public void Should_share_exactly_one_hundred_points_whatever_the_situation() =>
        Gen.Select(Gen.Bool, Gen.Enum<NiveauQualification>(), Gen.Int[-1, 120], Gen.Int[0, 2], Gen.Select(Gen.Enum<Frein>(), Gen.Enum<IntensiteFrein>()).Array[0, 6])
            .Sample((rsa, niveau, mois, projet, freins) =>
            {
                var proposition = PropositionOrientation.Calculer(new SituationPersonne
                {
                    Rsa = rsa,
                    Qualification = niveau,
                    MoisSansEmploi = mois < 0 ? null : mois,
                    SeProjetteDansUnEmploi = projet == 2 ? null : projet == 1,
                    Freins = [.. freins.Select(f => new FreinDeclare(f.Item1, f.Item2))],
                }, Loi.Derniere.Orientation.Grille);
                return proposition.Criteres.Sum(c => c.Poids) == 100
                    && proposition.Points.Values.Sum() == 100m
                    && proposition.Criteres.All(c => c.Parts.Values.Sum() == 100)
                    && proposition.Ecart >= 0;
            });

    [Fact]
    public void Should_never_move_away_from_work_because_of_the_allowance() =>
        Gen.Select(Gen.Enum<NiveauQualification>(), Gen.Int[0, 120]).Sample((niveau, mois) =>
        {
            var situation = new SituationPersonne { Qualification = niveau, MoisSansEmploi = mois };
            var grille = Loi.Derniere.Orientation.Grille;
            return PropositionOrientation.Calculer(situation with { Rsa = true }, grille).Parcours == PropositionOrientation.Calculer(situation, grille).Parcours;
        });

    [Fact]
    public void Should_let_a_person_decide_on_the_social_journey_however_clear_it_is()
    {
        var p = new ParcoursEnMemoire(Situations.Eloignee, Modeles.National(("pre-orientation", "SeuilClarte", "5")));
        Assert.Null(p.Etat.Dossier.TypeParcours);
        p.Agir("decider-orientation", "retenir");
        Assert.Equal((TypeParcours.Social, OrganismeReferent.ConseilDepartemental), (p.Etat.Dossier.TypeParcours, p.Etat.Dossier.Organisme));
        Assert.Contains("Décision du président du conseil départemental", p.Faits.Single(f => f.Code == "pre-orientation.decision").BaseLegale);
    }

    [Fact]
    public void Should_ask_a_counsellor_when_it_is_not_clear()
    {
        var p = new ParcoursEnMemoire(Situations.Incertaine);
        var tache = p.Tache("decider-orientation");
        Assert.Equal("pas-de-calais", tache.Responsable.File);
        Assert.Contains("points sur 100", tache.Precision);
        Assert.Equal(new LocalDate(2026, 11, 5), tache.Echeance.Jour);
        Assert.Null(p.Etat.Dossier.TypeParcours);

        p.Agir("decider-orientation", "choisir", ("parcours", "Social"), ("organisme", "Delegataire"), ("raison", "texte-0000001"));
        Assert.Equal((TypeParcours.Social, OrganismeReferent.Delegataire), (p.Etat.Dossier.TypeParcours, p.Etat.Dossier.Organisme));
        var fait = p.Faits.Single(f => f.Code == "pre-orientation.decision");
        Assert.Equal((RoleActeur.Conseiller, "texte-0000001"), (fait.Auteur.Role, fait.Donnees["raison"]));
    }

    [Fact]
    public void Should_always_ask_when_the_territory_wants_it()
    {
        var p = new ParcoursEnMemoire(modele: Modeles.National(("pre-orientation", "Validation", "toujours")));
        Assert.True(p.Ouverte("decider-orientation"));
        p.Agir("decider-orientation", "retenir");
        Assert.Equal(TypeParcours.Professionnel, p.Etat.Dossier.TypeParcours);
        Assert.Equal("premier-rdv", p.Noeud);
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
        Assert.StartsWith("France Travail oriente à la place du président du conseil départemental du Pas-de-Calais.", p.Tache("decider-orientation").Precision);
        Assert.Equal(new LocalDate(2026, 11, 27), p.Tache("decider-orientation").Echeance.Jour);
        p.Agir("decider-orientation", "retenir");
        Assert.StartsWith("Décision de France Travail à la place du président du conseil départemental du Pas-de-Calais", p.Faits.Single(f => f.Code == "pre-orientation.decision").BaseLegale);
    }

    [Fact]
    public void Should_never_hand_a_reorientation_over_nor_attribute_it_to_the_computation()
    {
        var p = new ParcoursEnMemoire(Situations.Incertaine);
        p.Agir("decider-orientation", "retenir");
        Deroulement.JusquAuDiagnostic(p);
        p.Agir("etablir-diagnostic", "reorienter", ("vers", "Social"));
        p.AvancerJours(60);
        Assert.DoesNotContain("pre-orientation.relais", p.Codes);
        Assert.Equal("Code du travail, art. L5411-5-2 II", p.Tache("decider-orientation").Echeance.BaseLegale);
        p.Agir("decider-orientation", "retenir");
        Assert.Equal("non", p.Courriers.Last(e => e.Modele == "orientation").Donnees["algorithme"]);
    }

    [Fact]
    public void Should_say_in_the_letter_who_decided_and_whether_the_computation_was_followed()
    {
        static IReadOnlyDictionary<string, string> Lettre(ParcoursEnMemoire p) =>
            p.Courriers.Single(e => e.Modele == "orientation").Donnees;

        var seul = new ParcoursEnMemoire();
        Assert.Equal(("calcul", "oui"), (Lettre(seul)["decision"], Lettre(seul)["suivie"]));
        Assert.StartsWith("Au nom de France Travail", seul.Faits.Single(f => f.Code == "pre-orientation.decision").BaseLegale);
        var choisi = new ParcoursEnMemoire(Situations.Incertaine);
        choisi.Agir("decider-orientation", "choisir", ("parcours", "Social"), ("organisme", "ConseilDepartemental"));
        Assert.Equal(("humaine", "non"), (Lettre(choisi)["decision"], Lettre(choisi)["suivie"]));
    }

    [Fact]
    public void Should_have_the_receipt_looked_for_when_the_carrier_stays_silent_and_take_the_day_it_was()
    {
        var p = new ParcoursEnMemoire(monde: new Monde { Muet = d => d.Objet == "notification" });
        Assert.Equal("Notification de l’orientation", p.Projections[^1].Situation.ObjetEcheance);
        p.AvancerJours(10);
        Assert.Contains("pre-orientation.attente", p.Codes);
        p.Agir("enregistrer-reception", "recue", ("recue-le", "2026-10-09"));
        Assert.Equal((new LocalDate(2026, 10, 9), "premier-rdv"), (p.Etat.Dossier.OrientationRecueLe, p.Noeud));
        p.Monde.Muet = _ => false;
        p.Repondre();
        Assert.Equal(new LocalDate(2026, 10, 9), p.Etat.Dossier.OrientationRecueLe);
    }

    [Fact]
    public void Should_have_a_person_told_by_hand_when_a_letter_is_refused()
    {
        var p = new ParcoursEnMemoire();
        p.Monde.RefusEnvois = "Le partenaire « messages » a refusé la demande (réponse 422).";
        p.Agir("confirmer-rendez-vous", "deplacer", ("a-partir-du", "2026-10-20"));
        var fait = p.Faits.Single(f => f.Code == "demande.refus");
        Assert.Equal("Courrier non envoyé\u00a0: proposition de rendez-vous.", fait.Phrase);
        p.Agir("reprendre-a-la-main", "fait");
        Assert.Equal("demande.reprise", p.Codes[^1]);
    }

    [Fact]
    public void Should_notify_with_a_certain_date_and_count_from_the_receipt()
    {
        var p = new ParcoursEnMemoire();
        Assert.Equal(CanalCourrier.DateCertaine, p.Courriers.Single(e => e.Modele == "orientation").Canal);
        Assert.Equal(new LocalDate(2026, 10, 8), p.Etat.Dossier.OrientationRecueLe);
        Assert.Single(p.Demandees(FranceTravailServices.TransmettreOrientation));
    }

    [Fact]
    public void Should_ask_for_the_proof_when_the_receipt_is_not_known()
    {
        var p = new ParcoursEnMemoire(monde: new Monde { ReceptionInconnue = true });
        Assert.Equal("pre-orientation", p.Noeud);
        Assert.Equal("La date de réception ne peut pas être à venir.", p.Refus("enregistrer-reception", "recue", ("recue-le", "2026-10-20")));
        p.AvancerJours(6);
        p.Agir("enregistrer-reception", "recue", ("recue-le", "2026-10-12"));
        Assert.Equal(new LocalDate(2026, 10, 12), p.Etat.Dossier.OrientationRecueLe);
        Assert.Equal("premier-rdv", p.Noeud);
    }

    [Fact]
    public void Should_stay_in_the_queue_when_nobody_can_be_named()
    {
        var p = new ParcoursEnMemoire(monde: new Monde { SansReferent = true });
        Assert.Equal("premier-rdv", p.Noeud);
        Assert.Equal("pas-de-calais", p.Projections[^1].Situation.Responsable.File);
    }

    [Fact]
    public void Should_be_decided_again_by_a_counsellor_after_a_reorientation_and_restart_the_month()
    {
        var p = new ParcoursEnMemoire();
        Deroulement.JusquAuDiagnostic(p);
        p.Agir("etablir-diagnostic", "reorienter", ("vers", "SocioProfessionnel"));
        Assert.Equal("pre-orientation", p.Noeud);
        p.AvancerJours(3);
        p.Agir("decider-orientation", "retenir");
        Assert.Equal(TypeParcours.SocioProfessionnel, p.Etat.Dossier.TypeParcours);
        Assert.Null(p.Etat.Dossier.ReorientationVers);
        Assert.Equal(new LocalDate(2026, 10, 15), p.Etat.Dossier.OrientationRecueLe);

        Deroulement.JusquAuRendezVous(p);
        p.Agir("constater-presence", "presente");
        p.Agir("etablir-diagnostic", "partager", ("projet", "defini"));
        Assert.Equal("Un mois depuis l’orientation notifiée le 15\u00a0octobre", p.Tache("proposer-contrat").Echeance.Motif);
    }
}
