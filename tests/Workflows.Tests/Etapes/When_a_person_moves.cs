using FranceTravail.Parcours.Workflows.Dossiers;
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
