using FranceTravail.Parcours.Workflows.Competence;
using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Parcours.Donnees;
using FranceTravail.Parcours.Workflows.Tests.Banc;

namespace FranceTravail.Parcours.Workflows.Tests.Donnees;

public class When_data_of_a_person_change
{
    [Fact]
    public void Should_say_which_from_where_and_when_and_hold_their_reference()
    {
        var p = new ParcoursEnMemoire();
        p.Appliquer(Banc.Donnees.Changees("donnees-1", DonneePersonne.Telephone, DonneePersonne.PersonnesFoyer, DonneePersonne.ParentIsole));
        var fait = p.Faits.Last();
        Assert.Equal("Données mises à jour par l’import du territoire du 9 octobre 2026 : téléphone et foyer.", fait.Phrase.Replace('\u00a0', ' '));
        Assert.Equal(("donnees.changees", Acteur.Import, "donnees-1"), (fait.Code, fait.Auteur, fait.Donnees["donnees"]));
        Assert.Equal("donnees-1", p.Etat.Dossier.DonneesId);
        Assert.Equal("donnees-1", p.Projections[^1].Donnees);
    }

    [Fact]
    public void Should_begin_with_those_of_the_registration_and_show_others_only_when_they_come()
    {
        var p = new ParcoursEnMemoire();
        Deroulement.JusquAuRendezVous(p);
        Assert.Equal("dossier-0001", p.Projections[0].Donnees);
        Assert.All(p.Projections.Skip(1), projection => Assert.Null(projection.Donnees));
    }

    [Fact]
    public void Should_hand_the_orientation_to_the_authority_of_the_rsa_when_the_right_opens_and_count_its_six_weeks()
    {
        var p = new ParcoursEnMemoire(Situations.ProcheDeLEmploi);
        var avant = p.Tache("decider-orientation").Responsable;
        p.Appliquer(Banc.Donnees.Droit("donnees-1", rsa: true));
        Assert.True(p.Etat.Personne.Rsa);
        Assert.Equal(new NodaTime.LocalDate(2026, 10, 9), p.Etat.Personne.DroitRsaConnuLe);
        Assert.NotEqual(avant, p.Tache("decider-orientation").Responsable);
        Assert.Contains("262-65-2", p.Tache("decider-orientation").Echeance.BaseLegale);
        p.AvancerJusqua("2026-11-21T00:00:00");
        Assert.Contains("pre-orientation.relais", p.Codes);
    }

    [Fact]
    public void Should_hand_it_back_and_stop_that_clock_when_the_right_ends()
    {
        var p = new ParcoursEnMemoire(Situations.ProcheDeLEmploi with { Rsa = true, DroitRsaConnuLe = new NodaTime.LocalDate(2026, 10, 8) });
        var avant = p.Tache("decider-orientation").Responsable;
        p.Appliquer(Banc.Donnees.Droit("donnees-1", rsa: false));
        Assert.NotEqual(avant, p.Tache("decider-orientation").Responsable);
        Assert.Null(p.Tache("decider-orientation").Echeance.BaseLegale);
        p.AvancerJours(60);
        Assert.DoesNotContain("pre-orientation.relais", p.Codes);
        p.Agir("decider-orientation", "retenir");
        Assert.StartsWith("Décision de France Travail", p.Faits.Single(f => f.Code == "pre-orientation.decision").BaseLegale);
    }

    [Fact]
    public void Should_have_a_change_of_right_looked_at_later_in_the_journey()
    {
        var p = new ParcoursEnMemoire();
        Deroulement.JusquAuContrat(p);
        p.Appliquer(Banc.Donnees.Droit("donnees-1", rsa: true));
        p.Appliquer(Banc.Donnees.Droit("donnees-2", rsa: true));
        Assert.Single(p.Codes, "donnees.rsa");
        p.Agir("verifier-droit-rsa", "verifie");
        Assert.Equal("donnees.droit-verifie", p.Codes[^1]);
    }

    [Fact]
    public void Should_be_oriented_by_the_authority_of_the_rsa_when_the_right_opens_after_another_oriented()
    {
        var p = new ParcoursEnMemoire();
        Deroulement.JusquAuContrat(p);
        p.Appliquer(Banc.Donnees.Droit("donnees-1", rsa: true));
        var decision = p.Tache("decider-orientation");
        Assert.Equal("nouvelle-orientation", p.Etat.Fils[decision.FilId].Type);
        Assert.Contains("262-65-2", decision.Echeance.BaseLegale);
        Assert.Contains(p.Etat.Taches.Values, t => t.FilId != decision.FilId && t.Nature != "verifier-droit-rsa");
        p.Agir("decider-orientation", "retenir");
        Assert.Equal(Decideur.PresidentConseilDepartemental, p.Etat.Dossier.OrienteePar);
        Assert.DoesNotContain(p.Etat.Taches.Values, t => t.Nature == "decider-orientation");
    }

    /// <summary>There France Travail orients for the RSA: a mission locale that oriented a youth without it is another authority too.</summary>
    [Theory]
    [InlineData("97411")]
    [InlineData("97302")]
    [InlineData("62510")]
    public void Should_be_oriented_anew_wherever_a_mission_locale_had_oriented(string commune)
    {
        var p = new ParcoursEnMemoire(Situations.ProcheDeLEmploi with { Porte = PorteInscription.MissionLocale, Age = TrancheAge.Moins26 }, commune: commune).Oriente();
        Assert.Equal(Decideur.MissionLocale, p.Etat.Dossier.OrienteePar);
        p.Appliquer(Banc.Donnees.Droit("donnees-1", rsa: true));
        Assert.Equal("nouvelle-orientation", p.Etat.Fils[p.Tache("decider-orientation").FilId].Type);
    }

    [Fact]
    public void Should_not_be_oriented_anew_by_who_oriented_already()
    {
        var p = new ParcoursEnMemoire(commune: "97411").Oriente();
        p.Appliquer(Banc.Donnees.Droit("donnees-1", rsa: true));
        Assert.False(p.Ouverte("decider-orientation"));
    }

    /// <summary>The kind is the same, the authority is not: she moved to another département while she had no right.</summary>
    [Fact]
    public void Should_be_oriented_by_the_president_of_where_she_lives_when_the_right_opens_again()
    {
        var p = new ParcoursEnMemoire(Situations.ProcheDeLEmploi with { Rsa = true, DroitRsaConnuLe = new(2026, 10, 8) }).Oriente();
        p.Appliquer(Banc.Donnees.Droit("donnees-1", rsa: false));
        p.Appliquer(Banc.Donnees.Demenagement("donnees-2", "59350", "ailleurs"));
        p.Agir("transmettre-dossier", "transferer");
        Assert.False(p.Ouverte("decider-orientation"));
        p.Appliquer(Banc.Donnees.Droit("donnees-3", rsa: true));
        Assert.Equal($"ailleurs/{Decideur.PresidentConseilDepartemental}", p.Tache("decider-orientation").Responsable.File);
    }

    [Fact]
    public void Should_keep_the_orientation_in_force_when_the_right_ends_before_that_is_decided()
    {
        var p = new ParcoursEnMemoire();
        Deroulement.JusquAuContrat(p);
        p.Appliquer(Banc.Donnees.Droit("donnees-1", rsa: true));
        p.Appliquer(Banc.Donnees.Droit("donnees-2", rsa: false));
        Assert.Equal(Decideur.FranceTravail, p.Etat.Dossier.OrienteePar);
        Assert.DoesNotContain(p.Etat.Taches.Values, t => t.Nature == "decider-orientation");
        Assert.DoesNotContain(p.Etat.Fils.Values, f => f.Type == "nouvelle-orientation");
    }

    [Fact]
    public void Should_be_refused_once_the_journey_is_closed_and_leave_nothing_open()
    {
        var p = new ParcoursEnMemoire();
        Deroulement.JusquAuContratSigne(p);
        Deroulement.JusquALaRevue(p);
        p.Appliquer(Banc.Donnees.Demenagement("donnees-1", "69123", "rhone"));
        p.Agir("tenir-revue", "Sortie", ("motif", "emploi"));
        Assert.Empty(p.Etat.Taches);
        Assert.Equal("Le parcours est clos : ses données ne changent plus.", p.Refus(Banc.Donnees.Changees("donnees-2", DonneePersonne.Telephone))!.Replace('\u00a0', ' '));
    }
}
