using FranceTravail.Parcours.Workflows.Competence;
using FranceTravail.Parcours.Workflows.Courriers;
using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Orientation;
using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Redaction;
using FranceTravail.Parcours.Workflows.Tests.Banc;
using NodaTime;

namespace FranceTravail.Parcours.Workflows.Tests.Etapes;

/// <summary>Another organism: asked by the person or her organism, decided by the authority, beside an accompaniment that goes on.</summary>
public class When_another_orientation_is_asked
{
    private const string Trancher = "decider-reorientation";

    private static readonly (string, string)[] VersCapEmploi = [("organisme", "CapEmploi"), ("parcours", "Professionnel"), ("raison", "texte-0000002")];

    [Theory]
    [InlineData(RoleActeur.Personne, "dossier-0001", "Autre orientation demandée par la personne, pour un accompagnement par Cap emploi.")]
    [InlineData(RoleActeur.Conseiller, "c-9", "Autre orientation demandée par l’organisme référent, pour un accompagnement par Cap emploi.")]
    public void Should_say_who_asks_and_change_nothing_meanwhile(RoleActeur role, string id, string phrase)
    {
        var p = Diagnostiquee();
        var (noeud, taches) = (p.Noeud, p.Etat.Taches.Keys.ToList());
        Demander(p, role, id);
        Assert.Equal((phrase, "texte-0000001"), (p.Faits.Last(f => f.Code == "reorientation.demandee").Phrase, p.Faits.Last().Donnees["texte"]));
        Assert.Equal((noeud, OrganismeReferent.FranceTravail), (p.Noeud, p.Etat.Dossier.Organisme));
        Assert.Subset(p.Etat.Taches.Keys.ToHashSet(), taches.ToHashSet());
        Assert.Equal(role is RoleActeur.Personne ? "personne" : "organisme", p.Courriers.Single(c => c.Modele == "reorientation-demandee").Donnees["par"]);
    }

    [Fact]
    public void Should_be_the_authority_s_to_decide_and_never_of_who_accompanies_or_asks()
    {
        var p = Diagnostiquee(Situations.Incertaine);
        var collegue = Monde.Nommer("c-2", p.Etat.Dossier.Organisme!.Value, Decideur.PresidentConseilDepartemental);
        Demander(p, RoleActeur.Conseiller, collegue);
        var tache = p.Tache(Trancher);
        Assert.Equal("pas-de-calais/PresidentConseilDepartemental", tache.Responsable.File);
        Assert.All(new[] { p.Etat.Dossier.ReferentId!, collegue }, id => Assert.StartsWith(
            "Cette décision n’est prise ni par le référent, ni par qui la demande\u00a0: elle revient à un autre agent de l’autorité qui décide.",
            p.Refus(p.Acte(tache, "accorder", VersCapEmploi) with { Acteur = new(RoleActeur.Conseiller, id) }),
            StringComparison.Ordinal));
        p.Agir(Trancher, "accorder", VersCapEmploi);
        Assert.StartsWith("Décision du président du conseil départemental", p.Faits.Single(f => f.Code == "reorientation.decision").BaseLegale, StringComparison.Ordinal);
    }

    /// <summary>Asked again of another authority, or in another place, it is still the same demand: what was written then is read with it.</summary>
    [Fact]
    public void Should_keep_its_first_day_when_it_is_asked_of_another_authority()
    {
        var p = Diagnostiquee();
        Demander(p, RoleActeur.Personne, "dossier-0001");
        var (premiere, le) = (p.Tache(Trancher), p.Maintenant);
        Assert.Null(premiere.DemandeeLe);
        p.AvancerJours(1);
        p.Appliquer(Banc.Donnees.Droit("droit-1", rsa: true));
        p.AvancerJours(1);
        p.Appliquer(Banc.Donnees.Droit("droit-2", rsa: false));
        Assert.NotEqual(premiere.TacheId, p.Tache(Trancher).TacheId);
        Assert.Equal(le, p.Tache(Trancher).DemandeeLe);
    }

    [Theory]
    [InlineData("62510", "Département du Pas-de-Calais", "Organisme délégataire du conseil départemental")]
    [InlineData("69123", "Métropole de Lyon", "Organisme délégataire de la Métropole de Lyon")]
    [InlineData("67482", "Collectivité européenne d’Alsace", "Organisme délégataire de la Collectivité européenne d’Alsace")]
    public void Should_name_each_organism_as_in_its_place_and_leave_out_the_present_one(string commune, string departement, string delegataire)
    {
        var p = Diagnostiquee(commune: commune);
        Demander(p, RoleActeur.Personne, "dossier-0001");
        Assert.Equal([departement, delegataire, "Mission locale", "Cap emploi"], p.Tache(Trancher).Gestes[0].Champs[0].Choix.Select(c => c.Libelle));
        var q = Diagnostiquee(commune: commune);
        Assert.NotNull(q.Refus(new Acte { Cle = "cle-souhait", OuvreFil = "reorientation", Acteur = new(RoleActeur.Personne, "dossier-0001"), Valeurs = new Dictionary<string, string> { ["souhait"] = "FranceTravail", ["texte"] = "texte-0000001" } }));
    }

    /// <summary>What she wished for is what she said, not what the same kind of organism is elsewhere.</summary>
    [Fact]
    public void Should_keep_the_wish_in_its_words_after_a_move()
    {
        var p = new ParcoursEnMemoire(commune: "69123", territoire: "rhone");
        Deroulement.JusquAuDiagnostic(p);
        p.Ouvrir("reorientation", RoleActeur.Personne, "dossier-0001", ("souhait", "ConseilDepartemental"), ("texte", "texte-0000001"));
        Assert.Equal("ConseilDepartemental", p.Tache(Trancher).Gestes[0].Champs[0].ParDefaut);
        p.Appliquer(Banc.Donnees.Demenagement("donnees-1", "67482", "bas-rhin"));
        p.Agir("transmettre-dossier", "transferer");
        Assert.Contains("par la Métropole de Lyon", p.Tache(Trancher).Precision!.Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.DoesNotContain("Alsace", p.Tache(Trancher).Precision, StringComparison.Ordinal);
        Assert.Null(p.Tache(Trancher).Gestes[0].Champs[0].ParDefaut);
    }

    [Fact]
    public void Should_be_taken_up_with_the_other_organism_and_a_new_month_from_its_notice()
    {
        var p = Diagnostiquee();
        var ancien = p.Etat.Dossier.ReferentId;
        Demander(p, RoleActeur.Personne, "dossier-0001");
        p.AvancerJours(3);
        p.Agir(Trancher, "accorder", VersCapEmploi);
        Assert.Equal(("premier-rdv", OrganismeReferent.CapEmploi), (p.Noeud, p.Etat.Dossier.Organisme));
        Assert.Equal([NomsParcours.FilPrincipal], p.Etat.Fils.Keys);
        Assert.DoesNotContain(p.Etat.Taches.Values, t => t.Responsable.Id == ancien && ancien != p.Etat.Dossier.ReferentId);
        Assert.Equal(StatutEtape.AVenir, p.Etat.Ruban["diagnostic"].Statut);
        var lettre = p.Courriers.Single(e => e.Modele == "reorientation").Donnees;
        Assert.Equal(("texte-0000002", "Cap emploi"), (lettre["raison"], lettre["organisme"]));
        Assert.DoesNotContain("motifs", lettre.Keys);

        var recue = p.Etat.Dossier.OrientationRecueLe!.Value;
        Assert.Equal(p.Aujourdhui, recue);
        Deroulement.JusquAuContrat(p);
        Assert.Equal($"Un mois depuis l’orientation notifiée le {Francais.Date(recue)}".Replace(' ', '\u00a0'), p.Tache("proposer-contrat").Echeance.Motif.Replace(' ', '\u00a0'));
    }

    [Fact]
    public void Should_not_be_needed_inside_one_organism()
    {
        var p = Diagnostiquee();
        Demander(p, RoleActeur.Personne, "dossier-0001");
        Assert.DoesNotContain(p.Tache(Trancher).Gestes[0].Champs[0].Choix, c => c.Code == "FranceTravail");
        p.Agir("etablir-diagnostic", "partager", ("projet", "defini"), ("modalite", "SocioProfessionnel"));
        Assert.Equal(("contrat", TypeParcours.SocioProfessionnel, new LocalDate(2026, 10, 8)), (p.Noeud, p.Etat.Dossier.TypeParcours, p.Etat.Dossier.OrientationRecueLe));
        Assert.Contains("accompagnement.modalite", p.Codes);
        Assert.Single(p.Courriers, c => c.Modele == "orientation");
    }

    [Fact]
    public void Should_be_refused_with_reasons_in_the_name_of_the_authority_and_leave_everything_as_it_was()
    {
        var p = Diagnostiquee();
        Demander(p, RoleActeur.Personne, "dossier-0001");
        Assert.NotNull(p.Refus(Trancher, "refuser"));
        p.Agir(Trancher, "refuser", ("raison", "texte-0000003"));
        Assert.Equal(("diagnostic", OrganismeReferent.FranceTravail), (p.Noeud, p.Etat.Dossier.Organisme));
        Assert.Equal("texte-0000003", p.Faits.Single(f => f.Code == "reorientation.refusee").Donnees["reponse"]);
        var lettre = p.Courriers.Single(c => c.Modele == "reorientation-refusee").Donnees;
        Assert.Equal(("FranceTravail", "texte-0000003"), (lettre["decideur"], lettre["raison"]));
        Assert.NotEmpty(lettre["signataire"]);
        Assert.Equal(CanalCourrier.DateCertaine, p.Courriers.Single(c => c.Modele == "reorientation-refusee").Canal);
        Assert.Equal([NomsParcours.FilPrincipal], p.Etat.Fils.Keys);
    }

    [Fact]
    public void Should_give_back_the_appointment_and_the_proposed_contract_of_the_former_organism()
    {
        var p = new ParcoursEnMemoire().Oriente();
        p.Agir("confirmer-rendez-vous", "confirmer");
        var rdv = p.DernierRendezVous.RendezVousId;
        Deroulement.Reorienter(p, "CapEmploi");
        Assert.Contains(p.Faits, f => f.Code == "premier-rendez-vous.rendu");
        Assert.Contains(p.Demandes, d => d.Activite == "LibererCreneau");
        Assert.NotEqual(rdv, p.DernierRendezVous.RendezVousId);

        // Still not received: the thirty days of the registration go on.
        Assert.Equal(new LocalDate(2026, 11, 7), p.Principal.Echeances.Values.Single(e => e.NoeudId == "premier-rdv").Echeance.Jour);

        var q = new ParcoursEnMemoire();
        Deroulement.JusquAuContrat(q);
        q.Agir("proposer-contrat", "proposer", ("objectif", "t-objectif"), ("heures-formation", "15"));
        Deroulement.Reorienter(q, "CapEmploi");
        Assert.Equal(StatutContrat.Remplace, q.DernierContrat.Statut);
        Assert.False(q.Ouverte("signer-contrat"));
    }

    /// <summary>What became of an appointment whose hour has passed is not made up, and nobody is told not to come to it.</summary>
    [Fact]
    public void Should_say_of_an_appointment_that_is_past_only_what_is_known()
    {
        var p = new ParcoursEnMemoire();
        Deroulement.JusquAuRendezVous(p);
        var rdv = p.DernierRendezVous.RendezVousId;
        p.AvancerJusqua(p.DernierRendezVous.Debut + Duration.FromHours(1));
        Deroulement.Reorienter(p, "CapEmploi");
        Assert.Equal(StatutRendezVous.AConstater, p.Projections.SelectMany(x => x.RendezVous).Last(r => r.RendezVousId == rdv).Statut);
        Assert.DoesNotContain(p.Courriers, c => c.Modele == "rendez-vous-de-notre-fait");
        Assert.Contains("premier-rendez-vous.non-constate", p.Codes);
    }

    [Fact]
    public void Should_not_be_asked_of_nobody()
    {
        var p = new ParcoursEnMemoire(commune: "97502").Oriente();
        p.Appliquer(Banc.Donnees.Droit("donnees-0001", rsa: true));
        Assert.StartsWith("Une autre orientation ne peut pas être demandée ici. ", Demander(p, RoleActeur.Personne, "dossier-0001"), StringComparison.Ordinal);
    }

    [Fact]
    public void Should_say_in_its_letter_which_month_begins()
    {
        var p = Diagnostiquee();
        Deroulement.Reorienter(p, "CapEmploi");
        Assert.Equal(nameof(CauseContrat.NouvelleOrientation), p.Courriers.Single(c => c.Modele == "reorientation").Donnees["contrat"]);
        Assert.Equal(CauseContrat.NouvelleOrientation, p.Etat.Dossier.CauseContrat);
        var q = new ParcoursEnMemoire();
        Deroulement.JusquAuContratSigne(q);
        Deroulement.Reorienter(q, "CapEmploi");
        Assert.Equal(nameof(CauseContrat.Reorientation), q.Courriers.Single(c => c.Modele == "reorientation").Donnees["contrat"]);
    }

    /// <summary>Nobody is sent where nobody would receive her.</summary>
    [Fact]
    public void Should_not_lead_where_nobody_is()
    {
        var p = new ParcoursEnMemoire(monde: new Monde { Absents = [OrganismeReferent.CapEmploi, OrganismeReferent.FranceTravail] });
        Assert.StartsWith("Aucun conseiller n’est connu dans ce territoire pour un accompagnement par France Travail", p.Refus("decider-orientation", "retenir"), StringComparison.Ordinal);
        p.Agir("decider-orientation", "choisir", ("parcours", "Professionnel"), ("organisme", "MissionLocale"), ("raison", "texte-0000001"));
        Demander(p, RoleActeur.Personne, "dossier-0001");
        Assert.StartsWith("Aucun conseiller n’est connu dans ce territoire pour un accompagnement par Cap emploi", p.Refus(Trancher, "accorder", VersCapEmploi), StringComparison.Ordinal);
    }

    [Fact]
    public void Should_be_said_late_and_come_back_to_the_management()
    {
        var p = Diagnostiquee();
        Demander(p, RoleActeur.Personne, "dossier-0001");
        p.AvancerJours(20);
        Assert.Equal(TonFait.EcheanceDepassee, p.Faits.Single(f => f.Code == "reorientation.delai").Ton);
        Assert.True(p.Tache(Trancher).Escaladee);
    }

    [Fact]
    public void Should_go_to_the_other_authority_when_the_right_to_the_RSA_changes_meanwhile()
    {
        var p = Diagnostiquee(Situations.Incertaine);
        Demander(p, RoleActeur.Personne, "dossier-0001");
        p.Appliquer(Banc.Donnees.Droit("donnees-0001", rsa: false));
        Assert.Single(p.Etat.Taches.Values, t => t.Nature == Trancher);
    }

    [Fact]
    public void Should_wait_for_the_orientation_and_be_asked_once_at_a_time()
    {
        var p = new ParcoursEnMemoire();
        Assert.Equal("«\u00a0Réorientation\u00a0» ne peut pas commencer à cette étape du parcours.", Demander(p, RoleActeur.Personne, "dossier-0001"));
        p.Oriente();
        Assert.StartsWith("La demande est envoyée", Demander(p, RoleActeur.Personne, "dossier-0001"), StringComparison.Ordinal);
        Assert.Equal("«\u00a0Réorientation\u00a0» est déjà en cours.", Demander(p, RoleActeur.Personne, "dossier-0001"));
    }

    /// <summary>Nobody is left who could do by hand what a thread that has ended could not send: the accompaniment takes it up.</summary>
    [Fact]
    public void Should_have_its_letter_said_by_hand_when_it_is_refused_after_the_end()
    {
        var p = Diagnostiquee();
        Demander(p, RoleActeur.Personne, "dossier-0001");
        p.Monde.RefusEnvois = "Le partenaire « messages » a refusé la demande (réponse 422).";
        p.Agir(Trancher, "refuser", ("raison", "texte-0000003"));
        p.Agir("reprendre-a-la-main", "fait");
        Assert.Equal("demande.reprise", p.Codes[^1]);
    }

    [Fact]
    public void Should_stop_waiting_for_the_notice_of_a_decision_that_another_replaces()
    {
        var p = new ParcoursEnMemoire(monde: new Monde { ReceptionInconnue = true }).Oriente();
        Deroulement.Reorienter(p, "CapEmploi");
        Assert.Contains("notification.remplacee", p.Codes);
        Assert.Equal([NomsParcours.FilPrincipal, "notification-2"], p.Etat.Fils.Keys.Order());
        Assert.Null(p.Etat.Dossier.OrientationRecueLe);
    }

    /// <summary>The month of the contract is the one of the receipt, also when that is known later; until then it is shown without article.</summary>
    [Fact]
    public void Should_count_the_month_of_the_contract_from_a_receipt_known_later()
    {
        var p = new ParcoursEnMemoire(monde: new Monde { ReceptionInconnue = true }).Oriente();
        Deroulement.JusquAuContrat(p);
        Assert.Null(p.Tache("proposer-contrat").Echeance.BaseLegale);
        Assert.EndsWith("la réception de l’orientation n’est pas encore connue", p.Tache("proposer-contrat").Echeance.Motif);
        p.Agir("proposer-contrat", "proposer", ("objectif", "t-objectif"), ("heures-formation", "15"));
        p.Agir("enregistrer-reception", "recue", ("recue-le", "2026-10-10"));
        Assert.All(new[] { "signer-contrat", "signer-contrat-referent" }, n => Assert.Equal(
            (new LocalDate(2026, 11, 10), "Code du travail, art. D5411-14-1"), (p.Tache(n).Echeance.Jour, p.Tache(n).Echeance.BaseLegale)));
        Assert.Equal(new LocalDate(2026, 11, 10), p.Principal.Echeances.Values.Single(e => e.NoeudId == "contrat").Echeance.Jour);
        Assert.Equal(new LocalDate(2026, 11, 10), p.DernierContrat.ASignerAvantLe);
    }

    private static ParcoursEnMemoire Diagnostiquee(SituationPersonne? situation = null, string commune = "62510")
    {
        var p = new ParcoursEnMemoire(situation, commune: commune);
        Deroulement.JusquAuDiagnostic(p);
        return p;
    }

    private static string Demander(ParcoursEnMemoire p, RoleActeur role, string id) =>
        p.Ouvrir("reorientation", role, id, ("souhait", "CapEmploi"), ("texte", "texte-0000001"));
}
