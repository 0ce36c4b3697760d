using FranceTravail.Parcours.Workflows.Competence;
using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Orientation;
using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Parcours.Etats;
using FranceTravail.Parcours.Workflows.Tests.Banc;
using NodaTime;

namespace FranceTravail.Parcours.Workflows.Tests.Etapes;

/// <summary>A move is a transfer, never a closing: what follows the person, what stays, and who answers meanwhile.</summary>
public class When_a_person_moves
{
    private const string Transmettre = "transmettre-dossier";
    private const string Accueillir = "accueillir-transfert";

    [Theory]
    [InlineData("62498", "pas-de-calais", "62510")]
    [InlineData("69266", "rhone", "69123")]
    public void Should_follow_by_itself_where_the_same_people_serve_both_communes(string vers, string territoire, string de)
    {
        var p = Parcours(de, territoire);
        p.Appliquer(Banc.Donnees.Demenagement("donnees-1", vers, territoire));
        Assert.Equal(new LieuDeVie(vers, territoire), p.Etat.Dossier.Lieu);
        Assert.Equal(vers, p.Projections[^1].Avancement.Lieu.Commune);
        Assert.False(p.Ouverte(Transmettre));
        Assert.Contains("transfert.sur-place", p.Codes);
        Assert.DoesNotContain(p.Courriers, c => c.Modele == "transfert");
    }

    [Fact]
    public void Should_say_nothing_where_the_commune_is_the_same()
    {
        var p = Parcours();
        p.Appliquer(Banc.Donnees.Demenagement("donnees-1", "62510", "pas-de-calais"));
        Assert.Equal("donnees.changees", p.Codes[^1]);
    }

    [Fact]
    public void Should_stay_with_who_accompanies_until_the_dossier_is_handed_over()
    {
        var p = Parcours();
        Deroulement.JusquAuContrat(p);
        p.Appliquer(Banc.Donnees.Demenagement("donnees-1", "69123", "rhone"));
        Assert.Equal(new LieuDeVie("62510", "pas-de-calais"), p.Etat.Dossier.Lieu);
        var tache = p.Tache(Transmettre);
        Assert.Equal("c-1", tache.Responsable.Id);
        p.AvancerJours(20);
        Assert.True(p.Tache(Transmettre).Escaladee);
    }

    [Fact]
    public void Should_move_people_letter_and_place_and_keep_contract_and_delays()
    {
        var p = Parcours();
        Deroulement.JusquAuContrat(p);
        p.Agir("proposer-contrat", "proposer", ("objectif", "t-objectif"), ("heures-formation", "15"));
        var signature = p.Tache("signer-contrat").Echeance;
        p.Appliquer(Banc.Donnees.Demenagement("donnees-1", "69123", "rhone"));
        p.Agir(Transmettre, "transferer", ("suivi", "texte-0000001"));
        Assert.Equal(new LieuDeVie("69123", "rhone"), p.Etat.Dossier.Lieu);
        Assert.Equal(("contrat", StatutParcours.Ouvert), (p.Noeud, p.Etat.Statut));
        Assert.Equal(signature, p.Tache("signer-contrat").Echeance);
        var lettre = Assert.Single(p.Courriers, c => c.Modele == "transfert");
        Assert.Equal(("Lyon", "France Travail", false), (lettre.Donnees["commune"], lettre.Donnees["organisme"], lettre.Donnees.ContainsKey("decideur")));
        Assert.Equal(RoleActeur.Conseiller, p.Tache(Accueillir).Responsable.Role);
        p.Agir(Accueillir, "contact");
        Assert.DoesNotContain(p.Etat.Fils.Values, f => f.Type == "transfert");
    }

    [Fact]
    public void Should_look_for_another_appointment_near_her_new_home()
    {
        var p = Parcours();
        p.Oriente();
        var avant = p.DernierRendezVous;
        p.Appliquer(Banc.Donnees.Demenagement("donnees-1", "69123", "rhone"));
        p.Agir(Transmettre, "transferer");
        Assert.NotEqual(avant.RendezVousId, p.DernierRendezVous.RendezVousId);
        Assert.Contains(p.Projections.SelectMany(x => x.RendezVous), r => r.RendezVousId == avant.RendezVousId && r.Statut is not StatutRendezVous.Propose);
        Assert.True(p.Ouverte("confirmer-rendez-vous"));
        Assert.Equal("69123", p.Demandees(Workflows.Partenaires.Agenda.AgendaServices.Reserver).Last().Commune);
    }

    [Fact]
    public void Should_ask_the_new_authority_for_an_orientation_that_is_not_decided_and_count_its_six_weeks()
    {
        var p = new ParcoursEnMemoire(Situations.ProcheDeLEmploi with { Rsa = true, DroitRsaConnuLe = new(2026, 10, 8) });
        p.Appliquer(Banc.Donnees.Demenagement("donnees-1", "69123", "rhone"));
        p.AvancerJusqua("2026-10-19T12:00:00");
        p.Agir(Transmettre, "transferer");
        Assert.Equal($"rhone/{Decideur.PresidentMetropoleLyon}", p.Tache("decider-orientation").Responsable.File);
        Assert.Equal(new LocalDate(2026, 10, 19), p.Etat.Personne.DroitRsaConnuLe);
        p.AvancerJusqua("2026-11-30T12:00:00");
        Assert.DoesNotContain("pre-orientation.relais", p.Codes);
        p.AvancerJusqua("2026-12-01T12:00:00");
        Assert.Contains("pre-orientation.relais", p.Codes);
    }

    [Fact]
    public void Should_have_the_new_authority_orient_anew_who_is_on_rsa_and_keep_the_orientation_meanwhile()
    {
        var p = new ParcoursEnMemoire(Situations.ProcheDeLEmploi with { Rsa = true, DroitRsaConnuLe = new(2026, 10, 8) });
        Deroulement.JusquAuContratSigne(p);
        var avant = (p.Etat.Dossier.Organisme, p.Etat.Dossier.ContratEnVigueur!.ContratId);
        p.Appliquer(Banc.Donnees.Demenagement("donnees-1", "69123", "rhone"));
        p.Agir(Transmettre, "transferer");
        Assert.Equal(avant, (p.Etat.Dossier.Organisme, p.Etat.Dossier.ContratEnVigueur!.ContratId));
        Assert.Equal("revue", p.Noeud);
        Assert.Contains(p.Principal.Echeances.Values, e => e.Objet == "Revue");
        Assert.Equal($"rhone/{Decideur.PresidentMetropoleLyon}", p.Tache("decider-orientation").Responsable.File);
        Assert.Equal(nameof(Decideur.PresidentMetropoleLyon), p.Courriers.Single(c => c.Modele == "transfert").Donnees["decideur"]);
        p.Oriente();
        Assert.Contains(p.Courriers, c => c.Modele == "orientation" && c.Donnees["decideur"] == nameof(Decideur.PresidentMetropoleLyon));
    }

    [Fact]
    public void Should_begin_the_month_of_a_contract_anew_with_the_new_orientation_and_say_so()
    {
        var p = new ParcoursEnMemoire(Situations.ProcheDeLEmploi with { Rsa = true, DroitRsaConnuLe = new(2026, 10, 8) });
        Deroulement.JusquAuContrat(p);
        p.AvancerJours(10);
        p.Appliquer(Banc.Donnees.Demenagement("donnees-1", "69123", "rhone"));
        p.Agir(Transmettre, "transferer");
        p.AvancerJours(12);
        p.Oriente();
        var due = p.Tache("proposer-contrat").Echeance;
        Assert.True(due.Jour >= p.Aujourdhui.PlusMonths(1), $"{due.Jour}");
        Assert.Equal("Code du travail, art. D5411-8-2", due.BaseLegale);
        var lettre = p.Courriers.Last(c => c.Modele == "orientation").Donnees;
        Assert.Equal((nameof(CauseContrat.NouvelleOrientation), "oui"), (lettre["contrat"], lettre["accueillie"]));
        p.AvancerJours(25);
        Assert.DoesNotContain("contrat.delai", p.Codes);
    }

    [Fact]
    public void Should_sign_anew_with_another_departement_which_is_another_organism()
    {
        var p = new ParcoursEnMemoire(Situations.ProcheDeLEmploi with { Rsa = true, DroitRsaConnuLe = new(2026, 10, 8) });
        p.Agir("decider-orientation", "choisir", ("parcours", "Social"), ("organisme", "ConseilDepartemental"), ("raison", "texte-0000002"));
        Deroulement.JusquAuContratSigne(p);
        p.Appliquer(Banc.Donnees.Demenagement("donnees-1", "69123", "rhone"));
        p.Agir(Transmettre, "transferer");
        Assert.Equal("oui", p.Courriers.Single(c => c.Modele == "transfert").Donnees["autreOrganisme"]);
        Assert.Equal("revue", p.Noeud);
        p.Agir("decider-orientation", "choisir", ("parcours", "Social"), ("organisme", "ConseilDepartemental"), ("raison", "texte-0000003"));
        var lettre = p.Courriers.Last(c => c.Modele == "orientation").Donnees;
        Assert.Equal((nameof(CauseContrat.Reorientation), "Métropole de Lyon", false), (lettre["contrat"], lettre["organisme"], lettre.ContainsKey("accueillie")));
        Assert.Equal("premier-rdv", p.Noeud);
        Assert.False(p.Etat.Dossier.AutreOrganisme);
    }

    [Fact]
    public void Should_be_oriented_anew_by_another_mission_locale_without_the_rsa()
    {
        var p = new ParcoursEnMemoire(Situations.ProcheDeLEmploi with { Age = TrancheAge.Moins26 });
        p.Agir("decider-orientation", "choisir", ("parcours", "Professionnel"), ("organisme", "MissionLocale"), ("raison", "texte-0000002"));
        Deroulement.JusquAuContratSigne(p);
        p.Appliquer(Banc.Donnees.Demenagement("donnees-1", "69123", "rhone"));
        p.Agir(Transmettre, "transferer");
        var due = p.Tache("decider-orientation").Echeance;
        Assert.True(due.Jour > p.Aujourdhui, $"{due.Jour}");
        p.Oriente();
        Assert.Equal("premier-rdv", p.Noeud);
    }

    [Fact]
    public void Should_leave_a_contract_that_goes_on_to_its_revisions()
    {
        var p = new ParcoursEnMemoire(Situations.ProcheDeLEmploi with { Rsa = true, DroitRsaConnuLe = new(2026, 10, 8) });
        Deroulement.JusquAuContratSigne(p);
        p.Appliquer(Banc.Donnees.Demenagement("donnees-1", "69123", "rhone"));
        p.Agir(Transmettre, "transferer");
        p.Oriente();
        Assert.Equal(nameof(CauseContrat.Revision), p.Courriers.Last(c => c.Modele == "orientation").Donnees["contrat"]);
        Assert.Equal(CauseContrat.Revision, p.Etat.Dossier.CauseContrat);
    }

    [Theory]
    [InlineData("69266", true)]
    [InlineData("62510", false)]
    public void Should_still_owe_her_a_contact_when_she_moves_again(string vers, bool surPlace)
    {
        var p = Parcours();
        Deroulement.JusquAuContrat(p);
        p.Appliquer(Banc.Donnees.Demenagement("donnees-1", "69123", "rhone"));
        p.Agir(Transmettre, "transferer");
        Assert.True(p.Ouverte(Accueillir));
        p.Appliquer(Banc.Donnees.Demenagement("donnees-2", vers, surPlace ? "rhone" : "pas-de-calais"));
        if (!surPlace)
        {
            p.Agir(Transmettre, "transferer");
        }

        p.Agir(Accueillir, "contact");
        Assert.Null(p.Etat.Dossier.AccueilDuLe);
        Assert.DoesNotContain(p.Etat.Fils.Values, f => f.Type == "transfert");
    }

    [Theory]
    [InlineData("premier-rdv")]
    [InlineData("contrat")]
    [InlineData("revue")]
    public void Should_take_nothing_from_who_is_on_rsa_while_the_new_authority_decides(string etape)
    {
        var p = new ParcoursEnMemoire(Situations.ProcheDeLEmploi with { Rsa = true, DroitRsaConnuLe = new(2026, 10, 8) });
        p.Oriente();
        if (etape == "contrat")
        {
            Deroulement.JusquAuContrat(p);
            p.Agir("proposer-contrat", "proposer", ("objectif", "t-objectif"), ("heures-formation", "15"));
        }
        else if (etape == "revue")
        {
            Deroulement.JusquAuContratSigne(p);
        }

        var (attendues, ouvertes) = (p.Principal.Echeances.Values.Select(e => e.Objet).ToList(), p.Etat.Taches.Values.Where(t => t.FilId == NomsParcours.FilPrincipal).Select(t => t.Nature).ToList());
        p.Appliquer(Banc.Donnees.Demenagement("donnees-1", "69123", "rhone"));
        p.Agir(Transmettre, "transferer");
        Assert.Equal(etape, p.Noeud);
        Assert.Equal(attendues, p.Principal.Echeances.Values.Select(e => e.Objet));
        Assert.Subset(p.Etat.Taches.Values.Select(t => t.Nature).ToHashSet(), ouvertes.ToHashSet());
        Assert.True(p.Ouverte("decider-orientation"));
    }

    [Fact]
    public void Should_not_tell_a_late_orientation_again_in_the_new_place()
    {
        var p = new ParcoursEnMemoire(Situations.Incertaine);
        p.AvancerJours(60);
        Assert.Single(p.Codes, "pre-orientation.delai");
        p.Appliquer(Banc.Donnees.Demenagement("donnees-1", "69123", "rhone"));
        p.Agir(Transmettre, "transferer");
        p.AvancerJours(10);
        Assert.True(p.Ouverte("decider-orientation"));
        Assert.Single(p.Codes, "pre-orientation.delai");
    }

    [Fact]
    public void Should_begin_no_clock_where_nobody_knows_of_an_open_right()
    {
        var p = new ParcoursEnMemoire(Situations.ProcheDeLEmploi with { Rsa = true, DroitRsaConnuLe = null });
        p.Appliquer(Banc.Donnees.Demenagement("donnees-1", "69123", "rhone"));
        p.Agir(Transmettre, "transferer");
        Assert.Null(p.Etat.Personne.DroitRsaConnuLe);
        p.AvancerJours(60);
        Assert.DoesNotContain("pre-orientation.relais", p.Codes);
    }

    [Fact]
    public void Should_count_by_the_calendar_of_the_new_place_at_once()
    {
        var p = new ParcoursEnMemoire(debut: "2027-12-16T09:00:00");
        p.Oriente();
        p.Appliquer(Banc.Donnees.Demenagement("donnees-1", "97411", "reunion"));
        p.AvancerJusqua("2027-12-17T21:30:00");
        p.Agir(Transmettre, "transferer");

        // Already the 18th there; the 20th is a holiday of La Réunion, and its days end by its own clock.
        Assert.Equal(new LocalDate(2027, 12, 21), p.Tache(Accueillir).Echeance.Jour);
        Assert.Equal(Instant.FromUtc(2027, 12, 21, 20, 0), p.Tache(Accueillir).Echeance.Fin);
    }

    [Fact]
    public void Should_keep_the_référent_and_the_appointment_where_only_the_authority_changes()
    {
        var p = new ParcoursEnMemoire(Situations.ProcheDeLEmploi with { Rsa = true, DroitRsaConnuLe = new(2026, 10, 8) }, commune: "69264", territoire: "rhone");
        p.Oriente();
        var avant = (p.Etat.Dossier.ReferentId, p.DernierRendezVous.RendezVousId);
        p.Appliquer(Banc.Donnees.Demenagement("donnees-1", "69123", "rhone"));
        p.Agir(Transmettre, "transferer");
        Assert.Equal(avant, (p.Etat.Dossier.ReferentId, p.DernierRendezVous.RendezVousId));
        Assert.Equal("oui", p.Courriers.Single(c => c.Modele == "transfert").Donnees["memesGens"]);
        Assert.False(p.Ouverte(Accueillir));
    }

    [Fact]
    public void Should_not_leave_for_where_nobody_can_take_her()
    {
        var p = Parcours();
        p.Oriente();
        p.Monde.Absents = [OrganismeReferent.FranceTravail];
        p.Appliquer(Banc.Donnees.Demenagement("donnees-1", "69123", "rhone"));
        Assert.StartsWith("Aucun conseiller n’est connu là-bas", p.Refus(Transmettre, "transferer"), StringComparison.Ordinal);
    }

    [Fact]
    public void Should_let_the_counsellor_say_that_she_goes_on_here()
    {
        var p = Parcours();
        p.Oriente();
        p.Appliquer(Banc.Donnees.Demenagement("donnees-1", "69123", "rhone"));
        p.Agir(Transmettre, "maintenir", ("raison", "texte-0000001"));
        Assert.Equal(new LieuDeVie("62510", "pas-de-calais"), p.Etat.Dossier.Lieu);
        Assert.Equal("transfert.maintenu", p.Codes[^1]);
        Assert.DoesNotContain(p.Courriers, c => c.Modele == "transfert");
    }

    [Fact]
    public void Should_offer_no_transfer_where_no_territory_serves()
    {
        var p = Parcours();
        p.Oriente();
        p.Appliquer(Banc.Donnees.Demenagement("donnees-1", "59350", null));
        Assert.Equal(["maintenir"], p.Tache(Transmettre).Gestes.Select(g => g.Code));
        Assert.Contains("Lille", p.Tache(Transmettre).Precision, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_take_the_last_commune_that_she_says()
    {
        var p = Parcours();
        p.Oriente();
        p.Appliquer(Banc.Donnees.Demenagement("donnees-1", "69123", "rhone"));
        p.Appliquer(Banc.Donnees.Demenagement("donnees-2", "97411", "reunion"));
        Assert.Contains("Saint-Denis", p.Tache(Transmettre).Precision, StringComparison.Ordinal);
        p.Appliquer(Banc.Donnees.Demenagement("donnees-3", "62510", "pas-de-calais"));
        Assert.False(p.Ouverte(Transmettre));
    }

    private static ParcoursEnMemoire Parcours(string commune = "62510", string? territoire = null) => new(commune: commune, territoire: territoire ?? "pas-de-calais");
}
