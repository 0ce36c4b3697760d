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
    public void Should_propose_and_decide_nothing()
    {
        var p = new ParcoursEnMemoire(Situations.ProcheDeLEmploi);
        Assert.Equal(((TypeParcours?)null, (OrganismeReferent?)null), (p.Etat.Dossier.TypeParcours, p.Etat.Dossier.Organisme));
        p.AvancerJours(400);
        Assert.Equal(("pre-orientation", (TypeParcours?)null), (p.Noeud, p.Etat.Dossier.TypeParcours));
        Assert.DoesNotContain(p.Codes, c => c == "pre-orientation.decision");

        p.Oriente();
        Assert.Equal((TypeParcours.Professionnel, OrganismeReferent.FranceTravail), (p.Etat.Dossier.TypeParcours, p.Etat.Dossier.Organisme));
        Assert.Equal(RoleActeur.Conseiller, p.Faits.Single(f => f.Code == "pre-orientation.decision").Auteur.Role);
    }

    [Fact]
    public void Should_explain_the_proposal_by_the_questions_of_the_logigramme()
    {
        var p = new ParcoursEnMemoire(Situations.ProcheDeLEmploi);
        Assert.Equal(
            [
                "Proposition\u00a0: parcours professionnel, accompagnement par France Travail\u00a0: un emploi récent et un projet d’emploi.",
                "Travaille, ou a travaillé dans les deux dernières années\u00a0: oui, il y a 4\u00a0mois",
                "Se projette dans un emploi\u00a0: oui",
                "Niveau de formation\u00a0: baccalauréat",
                "Difficultés qui freinent l’emploi\u00a0: aucune exprimée",
                "Perçoit le RSA\u00a0: non",
                "Bénéficie de l’obligation d’emploi (handicap reconnu)\u00a0: non",
                "Âge\u00a0: de 30 à 54 ans",
            ],
            p.Tache("decider-orientation").Precision!.Split('\n'));
        var donnees = p.Faits.Single(f => f.Code == "pre-orientation.proposition").Donnees;
        Assert.Equal(["emploi", "projet", "formation", "difficultes", "rsa", "boe", "age"], donnees.Keys.Where(k => k.StartsWith("question.", StringComparison.Ordinal)).Select(k => k["question.".Length..]));
        Assert.Equal(("Professionnel", "FranceTravail"), (donnees["proposition"], donnees["organisme"]));
    }

    /// <summary>Months without a job, projection, training, strong difficulties, middling ones → the journey, and whether all is answered.</summary>
    [Theory]
    [InlineData(0, true, NiveauQualification.SansDiplome, 0, 0, TypeParcours.Professionnel, true)]
    [InlineData(24, true, NiveauQualification.SansDiplome, 0, 1, TypeParcours.Professionnel, true)]
    [InlineData(25, true, NiveauQualification.SansDiplome, 0, 0, TypeParcours.SocioProfessionnel, true)]
    [InlineData(25, true, NiveauQualification.CapBep, 0, 0, TypeParcours.Professionnel, true)]
    [InlineData(24, false, NiveauQualification.Bac, 0, 0, TypeParcours.Professionnel, true)]
    [InlineData(24, false, NiveauQualification.Bac, 0, 1, TypeParcours.SocioProfessionnel, true)]
    [InlineData(25, false, NiveauQualification.BacPlus3EtPlus, 0, 0, TypeParcours.SocioProfessionnel, true)]
    [InlineData(0, true, NiveauQualification.Bac, 1, 0, TypeParcours.SocioProfessionnel, true)]
    [InlineData(0, false, NiveauQualification.Bac, 1, 0, TypeParcours.Social, false)]
    [InlineData(0, true, NiveauQualification.Bac, 2, 0, TypeParcours.Social, false)]
    [InlineData(null, true, NiveauQualification.Bac, 0, 0, TypeParcours.Professionnel, false)]
    [InlineData(0, null, NiveauQualification.Bac, 0, 0, TypeParcours.Professionnel, false)]
    [InlineData(0, true, NiveauQualification.NonConnu, 0, 0, TypeParcours.Professionnel, false)]
    [InlineData(null, null, NiveauQualification.NonConnu, 0, 0, TypeParcours.SocioProfessionnel, false)]
    public void Should_follow_the_logigramme(int? mois, bool? projet, NiveauQualification niveau, int forts, int moyens, TypeParcours parcours, bool claire)
    {
        var freins = Enum.GetValues<Frein>();
        var proposition = PropositionOrientation.Calculer(
            new SituationPersonne
            {
                MoisSansEmploi = mois,
                SeProjetteDansUnEmploi = projet,
                Qualification = niveau,
                Freins = [.. freins.Take(forts).Select(f => new FreinDeclare(f, IntensiteFrein.Fort)), .. freins.Skip(forts).Take(moyens).Select(f => new FreinDeclare(f, IntensiteFrein.Moyen))],
            },
            Loi.Au(new(2026, 11, 26)).Orientation.Logigramme);
        Assert.Equal((parcours, claire), (proposition.Parcours, proposition.Claire));
    }

    [Fact]
    public void Should_never_move_away_from_work_because_of_the_allowance_or_a_handicap() =>
        Gen.Select(Gen.Enum<NiveauQualification>(), Gen.Int[0, 120], Gen.Bool).Sample((niveau, mois, projet) =>
        {
            var situation = new SituationPersonne { Qualification = niveau, MoisSansEmploi = mois, SeProjetteDansUnEmploi = projet };
            var logigramme = Loi.Au(new(2026, 11, 26)).Orientation.Logigramme;
            return new[] { situation with { Rsa = true }, situation with { Boe = true } }
                .All(s => PropositionOrientation.Calculer(s, logigramme).Parcours == PropositionOrientation.Calculer(situation, logigramme).Parcours);
        });

    [Theory]
    [InlineData(true, true)]
    [InlineData(null, false)]
    public void Should_offer_several_at_once_only_where_every_question_has_its_answer(bool? projet, bool enLot)
    {
        var p = new ParcoursEnMemoire(Situations.ProcheDeLEmploi with { SeProjetteDansUnEmploi = projet });
        Assert.Equal(enLot, p.Tache("decider-orientation").Gestes.Single(g => g.Principal).EnLot);
    }

    /// <summary>Nobody decides on health among many.</summary>
    [Fact]
    public void Should_never_offer_several_at_once_where_her_health_was_read()
    {
        var claire = Situations.ProcheDeLEmploi with { SeProjetteDansUnEmploi = true };
        foreach (var lue in new[] { claire with { Boe = true }, claire with { Freins = [new(Frein.Sante, IntensiteFrein.Moyen)] } })
        {
            Assert.False(new ParcoursEnMemoire(lue).Tache("decider-orientation").Gestes.Single(g => g.Principal).EnLot);
        }
    }

    [Fact]
    public void Should_keep_the_reason_of_who_decides_otherwise()
    {
        var p = new ParcoursEnMemoire(Situations.Incertaine);
        var tache = p.Tache("decider-orientation");
        Assert.Equal("pas-de-calais/PresidentConseilDepartemental", tache.Responsable.File);
        Assert.Equal(new LocalDate(2026, 11, 5), tache.Echeance.Jour);
        Assert.Contains("une valeur est nécessaire", p.Refus("decider-orientation", "choisir", ("parcours", "Social"), ("organisme", "Delegataire")));

        p.Agir("decider-orientation", "choisir", ("parcours", "Social"), ("organisme", "Delegataire"), ("raison", "texte-0000001"));
        Assert.Equal((TypeParcours.Social, OrganismeReferent.Delegataire), (p.Etat.Dossier.TypeParcours, p.Etat.Dossier.Organisme));
        var fait = p.Faits.Single(f => f.Code == "pre-orientation.decision");
        Assert.Equal((RoleActeur.Conseiller, "texte-0000001"), (fait.Auteur.Role, fait.Donnees["raison"]));
        Assert.EndsWith("La proposition n’est pas suivie.", fait.Phrase);
    }

    [Fact]
    public void Should_say_in_the_letter_whether_the_proposal_was_followed()
    {
        static IReadOnlyDictionary<string, string> Lettre(ParcoursEnMemoire p) => p.Courriers.Single(e => e.Modele == "orientation").Donnees;

        Assert.Equal("oui", Lettre(new ParcoursEnMemoire().Oriente())["suivie"]);
        var choisi = new ParcoursEnMemoire(Situations.Incertaine);
        choisi.Agir("decider-orientation", "choisir", ("parcours", "Social"), ("organisme", "ConseilDepartemental"), ("raison", "texte-0000001"));
        Assert.Equal("non", Lettre(choisi)["suivie"]);
    }

    /// <summary>No text makes the first appointment wait for a proof; a carrier that stays silent comes back to somebody.</summary>
    [Fact]
    public void Should_be_received_without_waiting_for_the_proof_of_the_notice()
    {
        var p = new ParcoursEnMemoire(monde: new Monde { Muet = d => d.Objet == "notification" }).Oriente();
        Assert.Equal("premier-rdv", p.Noeud);
        Assert.Equal("Réception de la notification", p.Etat.Fils["notification-1"].Echeances.Values.Single().Objet);
        p.AvancerJours(10);
        Assert.Contains("notification.attente", p.Codes);
        p.Agir("enregistrer-reception", "recue", ("recue-le", "2026-10-09"));
        Assert.Equal(new LocalDate(2026, 10, 9), p.Etat.Dossier.OrientationRecueLe);
        Assert.Equal([NomsParcours.FilPrincipal], p.Etat.Fils.Keys);
        p.Monde.Muet = _ => false;
        p.Repondre();
        Assert.Equal(new LocalDate(2026, 10, 9), p.Etat.Dossier.OrientationRecueLe);
    }

    [Fact]
    public void Should_be_asked_about_again_each_week_until_the_receipt_is_known()
    {
        var p = new ParcoursEnMemoire(monde: new Monde { Muet = d => d.Objet == "notification" }).Oriente();
        p.AvancerJours(60);
        Assert.True(p.Tache("enregistrer-reception").Escaladee);
        Assert.NotEmpty(p.Etat.Fils["notification-1"].Echeances);
    }

    [Fact]
    public void Should_have_a_person_told_by_hand_when_a_letter_is_refused()
    {
        var p = new ParcoursEnMemoire().Oriente();
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
        var p = new ParcoursEnMemoire().Oriente();
        Assert.Equal(CanalCourrier.DateCertaine, p.Courriers.Single(e => e.Modele == "orientation").Canal);
        Assert.Equal(new LocalDate(2026, 10, 8), p.Etat.Dossier.OrientationRecueLe);
        Assert.Single(p.Demandees(FranceTravailServices.TransmettreOrientation));
    }

    [Fact]
    public void Should_ask_for_the_proof_when_the_receipt_is_not_known()
    {
        var p = new ParcoursEnMemoire(monde: new Monde { ReceptionInconnue = true }).Oriente();
        Assert.Equal("La date de réception ne peut pas être à venir.", p.Refus("enregistrer-reception", "recue", ("recue-le", "2026-10-20")));
        p.AvancerJours(6);
        p.Agir("enregistrer-reception", "recue", ("recue-le", "2026-10-12"));
        Assert.Equal(new LocalDate(2026, 10, 12), p.Etat.Dossier.OrientationRecueLe);
    }

    [Fact]
    public void Should_stay_in_the_queue_of_the_organism_when_nobody_can_be_named()
    {
        var p = new ParcoursEnMemoire(monde: new Monde { SansReferent = true }).Oriente();
        Assert.Equal("premier-rdv", p.Noeud);
        Assert.Equal("pas-de-calais/equipe/FranceTravail", p.Projections[^1].Avancement.Responsable.File);
    }
}
