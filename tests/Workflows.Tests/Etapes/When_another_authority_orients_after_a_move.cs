using FranceTravail.Parcours.Workflows.Competence;
using FranceTravail.Parcours.Workflows.Orientation;
using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Tests.Banc;
using NodaTime;

namespace FranceTravail.Parcours.Workflows.Tests.Etapes;

/// <summary>After a move another authority orients, and another organism of the same kind may accompany: what that asks anew, and what stays meanwhile.</summary>
public class When_another_authority_orients_after_a_move
{
    private const string Transmettre = "transmettre-dossier";

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

    /// <summary>Its six weeks are over, wherever in its place she lives.</summary>
    [Fact]
    public void Should_leave_to_France_Travail_what_the_same_authority_let_pass()
    {
        var p = new ParcoursEnMemoire(Situations.ProcheDeLEmploi with { Rsa = true, DroitRsaConnuLe = new(2026, 10, 8) });
        p.AvancerJours(50);
        Assert.Single(p.Codes, "pre-orientation.relais");
        p.Appliquer(Banc.Donnees.Demenagement("donnees-1", "62498", "pas-de-calais"));
        Assert.Equal("pas-de-calais/FranceTravail", p.Tache("decider-orientation").Responsable.File);
        p.AvancerJours(10);
        Assert.Single(p.Codes, "pre-orientation.relais");
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

    /// <summary>Registered long ago: nobody is late on the day of the move.</summary>
    [Fact]
    public void Should_count_from_the_move_where_nobody_knows_since_when_the_right_is_open()
    {
        var p = new ParcoursEnMemoire(Situations.ProcheDeLEmploi with { Rsa = true });
        Deroulement.JusquAuContratSigne(p);
        p.AvancerJours(200);
        p.Appliquer(Banc.Donnees.Demenagement("donnees-1", "69123", "rhone"));
        p.Agir(Transmettre, "transferer");
        var due = p.Tache("decider-orientation").Echeance;
        Assert.True(due.Jour > p.Aujourdhui, $"{due.Jour}");
        Assert.DoesNotContain("inscription", due.Motif, StringComparison.Ordinal);
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
}
