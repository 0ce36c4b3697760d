using FranceTravail.Parcours.Workflows.Delais;
using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Partenaires.Agenda;
using FranceTravail.Parcours.Workflows.Tests.Banc;
using NodaTime;

namespace FranceTravail.Parcours.Workflows.Tests.Etapes;

public class When_the_first_appointment_is_set
{
    [Fact]
    public void Should_propose_a_slot_after_the_notice_and_write()
    {
        var p = new ParcoursEnMemoire().Oriente();
        Assert.Equal((StatutRendezVous.Propose, "Agence de Liévin", "c-1"), (p.DernierRendezVous.Statut, p.DernierRendezVous.Lieu.Nom, p.DernierRendezVous.ConseillerId));
        Assert.Equal(new LocalDate(2026, 10, 12), p.DernierRendezVous.Debut.InUtc().Date);
        Assert.Contains(p.Courriers, e => e.Modele == "invitation" && e.Donnees["debut"] == "2026-10-12T08:00:00Z");
        Assert.Equal("Confirmer votre rendez-vous", p.Tache("confirmer-rendez-vous").Libelle);
    }

    [Fact]
    public void Should_remind_seven_two_and_one_days_before()
    {
        var p = new ParcoursEnMemoire(modele: Modeles.National(("premier-rdv", "Preavis", "P10D"))).Oriente();
        p.Agir("confirmer-rendez-vous", "confirmer");
        p.AvancerJusqua(p.DernierRendezVous.Debut);
        Assert.Equal(
            ["2026-10-12T06:00:00Z 7", "2026-10-17T06:00:00Z 2", "2026-10-18T06:00:00Z 1"],
            p.Faits.Where(f => f.Code == "premier-rendez-vous.rappel").Zip(
                p.Courriers.Where(e => e.Modele == "rappel-rendez-vous"),
                (f, e) => $"{f.Le} {e.Donnees["jours"]}"));
    }

    [Fact]
    public void Should_give_the_slot_back_and_propose_another_when_the_person_asks()
    {
        var p = new ParcoursEnMemoire().Oriente();
        p.Agir("confirmer-rendez-vous", "deplacer", ("a-partir-du", "2026-10-20"), ("moment", "ApresMidi"));
        Assert.Equal("r-creneau-1", p.Demandees(AgendaServices.Liberer).Single().ReservationId);
        Assert.Equal(
            [StatutRendezVous.Propose, StatutRendezVous.Deplace, StatutRendezVous.Propose],
            p.Projections.SelectMany(x => x.RendezVous).Select(r => r.Statut));
        Assert.Equal("2026-10-20T12:00:00Z", p.DernierRendezVous.Debut.ToString());
    }

    [Fact]
    public void Should_still_let_a_confirmed_appointment_be_moved_until_it_begins()
    {
        var p = new ParcoursEnMemoire().Oriente();
        p.Agir("confirmer-rendez-vous", "confirmer");
        Assert.Equal(StatutRendezVous.Confirme, p.DernierRendezVous.Statut);
        Assert.Null(p.Refus("venir-au-rendez-vous", "deplacer", ("a-partir-du", "2026-10-20")));
        p.AvancerJusqua("2026-10-12T10:00:00");
        Assert.False(p.Ouverte("venir-au-rendez-vous"));
    }

    [Fact]
    public void Should_hand_over_to_the_counsellor_after_three_proposals()
    {
        var p = new ParcoursEnMemoire().Oriente();
        p.Agir("confirmer-rendez-vous", "deplacer", ("a-partir-du", "2026-10-14"));
        p.Agir("confirmer-rendez-vous", "deplacer", ("a-partir-du", "2026-10-20"));
        p.Agir("confirmer-rendez-vous", "deplacer", ("a-partir-du", "2026-10-26"));
        Assert.False(p.Ouverte("confirmer-rendez-vous"));
        Assert.Equal("Le rendez-vous doit être à venir.", p.Refus("trouver-creneau", "fixer", ("jour", "2026-10-08"), ("heure", "08:30"), ("ou", "l-1"), ("duree", "45")));
        p.Agir("trouver-creneau", "fixer", ("jour", "2026-10-27"), ("heure", "09:15"), ("ou", "l-2"), ("duree", "60"));
        Assert.Equal(("2026-10-27T08:15:00Z", 60, "Agence de Lens"), (p.DernierRendezVous.Debut.ToString(), (p.DernierRendezVous.Fin - p.DernierRendezVous.Debut).TotalMinutes, p.DernierRendezVous.Lieu.Nom));
    }

    [Fact]
    public void Should_ask_the_counsellor_when_the_agenda_is_full()
    {
        var p = new ParcoursEnMemoire(monde: new Monde { AgendaPlein = true }).Oriente();
        p.Monde.AgendaPlein = false;
        p.Agir("trouver-creneau", "rechercher", ("a-partir-du", "2026-10-13"), ("moment", "Matin"));
        Assert.Equal("2026-10-13T08:00:00Z", p.DernierRendezVous.Debut.ToString());
    }

    [Fact]
    public void Should_record_the_presence_with_its_day()
    {
        var p = new ParcoursEnMemoire();
        Deroulement.JusquAuDiagnostic(p);
        Assert.Equal("Présence au premier rendez-vous, au 4ᵉ\u00a0jour.", p.Faits.Single(f => f.Code == "premier-rendez-vous.presence").Phrase);
        Assert.Equal(StatutRendezVous.Honore, p.DernierRendezVous.Statut);
        Assert.Equal("12\u00a0oct. · 4ᵉ\u00a0jour", p.Etat.Ruban.Values.Single(e => e.NoeudId == "premier-rdv").Precision);
    }

    [Fact]
    public void Should_alert_on_the_twenty_first_day_and_record_the_thirtieth_when_missed()
    {
        var p = new ParcoursEnMemoire(monde: new Monde { AgendaPlein = true }).Oriente();
        p.AvancerJusqua("2026-10-29T12:00:00");
        Assert.StartsWith("21ᵉ\u00a0jour sans premier rendez-vous tenu.", p.Faits.Single(f => f.Code == "premier-rendez-vous.alerte").Phrase);
        p.Agir("delai-premier-rendez-vous", "vu");
        p.AvancerJusqua("2026-11-07T23:59:00");
        Assert.DoesNotContain("premier-rendez-vous.delai", p.Codes);
        p.AvancerJusqua("2026-11-08T00:00:00");
        var fait = p.Faits.Single(f => f.Code == "premier-rendez-vous.delai");
        Assert.Equal(("Échéance dépassée — premier rendez-vous non tenu dans les 30\u00a0jours.", TonFait.EcheanceDepassee), (fait.Phrase, fait.Ton));
        Assert.Equal("premier-rdv", p.Noeud);
    }

    [Fact]
    public void Should_alert_and_record_the_missed_days_wherever_the_journey_stands()
    {
        var p = new ParcoursEnMemoire(Situations.Incertaine);
        p.AvancerJusqua("2026-10-29T12:00:00");
        Assert.Equal(("pre-orientation", true), (p.Noeud, p.Ouverte("delai-premier-rendez-vous")));
        Assert.DoesNotContain("en retard", p.Etat.Ruban["premier-rdv"].Precision!, StringComparison.Ordinal);
        p.AvancerJusqua("2026-11-08T00:00:00");
        Assert.Single(p.Codes, c => c == "premier-rendez-vous.delai");
        Assert.EndsWith(": en retard", p.Etat.Ruban["premier-rdv"].Precision, StringComparison.Ordinal);
        p.Agir("decider-orientation", "retenir");
        Assert.Equal("premier-rdv", p.Noeud);
        p.AvancerJours(1);
        Assert.Single(p.Codes, c => c == "premier-rendez-vous.delai");
        Assert.Single(p.Codes, c => c == "premier-rendez-vous.alerte");
    }

    [Fact]
    public void Should_ask_the_counsellor_when_the_agenda_is_down_and_give_back_what_it_answers_too_late()
    {
        var p = new ParcoursEnMemoire(monde: new Monde { Muet = d => d.Activite == "ReserverCreneau" }).Oriente();
        p.AvancerJours(10);
        p.Agir("trouver-creneau", "fixer", ("jour", "2026-10-22"), ("heure", "09:15"), ("ou", "telephone"), ("duree", "30"));
        p.Monde.Muet = _ => false;
        p.Repondre();
        Assert.Equal("r-creneau-1", p.Demandees(AgendaServices.Liberer).Single().ReservationId);
        Assert.Equal("2026-10-22T07:15:00Z", p.DernierRendezVous.Debut.ToString());
        Assert.Single(p.Etat.Taches.Values, t => t.Nature == "confirmer-rendez-vous");
    }

    [Fact]
    public void Should_take_the_slot_that_the_agenda_gives_at_last()
    {
        var p = new ParcoursEnMemoire(monde: new Monde { Muet = d => d.Activite == "ReserverCreneau" }).Oriente();
        p.AvancerJours(5);
        Assert.True(p.Ouverte("trouver-creneau"));
        p.Monde.Muet = _ => false;
        p.Repondre();
        Assert.False(p.Ouverte("trouver-creneau"));
        Assert.True(p.Ouverte("confirmer-rendez-vous"));
    }

    [Theory]
    [InlineData("2026-11-01", "dimanche")]
    [InlineData("2026-11-11", "jour férié (Armistice de 1918)")]
    public void Should_not_be_fixed_on_a_day_when_nobody_is_received(string jour, string pourquoi)
    {
        var p = new ParcoursEnMemoire(monde: new Monde { AgendaPlein = true }).Oriente();
        Assert.Equal($"Ce jour est un {pourquoi}\u00a0: choisissez un jour où la personne peut être reçue.", p.Refus("trouver-creneau", "fixer", ("jour", jour), ("heure", "09:00"), ("ou", "l-1"), ("duree", "45")));
    }

    [Fact]
    public void Should_only_inform_on_the_twenty_first_day_when_an_appointment_is_near()
    {
        var p = new ParcoursEnMemoire().Oriente();
        p.Agir("confirmer-rendez-vous", "deplacer", ("a-partir-du", "2026-11-02"));
        p.AvancerJusqua("2026-10-29T12:00:00");
        Assert.Equal(TonFait.Information, p.Faits.Single(f => f.Code == "premier-rendez-vous.alerte").Ton);
        Assert.False(p.Ouverte("delai-premier-rendez-vous"));
    }

    [Fact]
    public void Should_remind_and_escalate_a_presence_that_nobody_states()
    {
        var p = new ParcoursEnMemoire().Oriente();
        p.AvancerJusqua("2026-10-16T12:00:00");
        var tache = p.Tache("constater-presence");
        Assert.NotNull(tache.DernierRappel);
        Assert.True(tache.Escaladee);
        Assert.Contains("tache.escalade", p.Codes);
    }

    /// <summary>The agenda of the tests knows no holiday: it offers the first weekday after the notice.</summary>
    [Theory]
    [InlineData("67482", "2027-03-23T09:00:00", "2027-03-30", "Créneau du 26 mars écarté : jour férié (Vendredi saint).")]
    [InlineData("97411", "2027-12-15T09:00:00", "2027-12-21", "Créneau du 20 décembre écarté : jour férié (Abolition de l’esclavage).")]
    [InlineData("97209", "2026-05-19T09:00:00", "2026-05-26", "Créneau du 22 mai écarté : jour férié (Abolition de l’esclavage).")]
    [InlineData("97302", "2026-06-07T09:00:00", "2026-06-11", "Créneau du 10 juin écarté : jour férié (Abolition de l’esclavage).")]
    [InlineData("97608", "2026-04-24T09:00:00", "2026-04-28", "Créneau du 27 avril écarté : jour férié (Abolition de l’esclavage).")]
    public void Should_discard_a_slot_on_a_holiday_of_the_commune_and_look_for_the_next(string commune, string debut, string jour, string fait)
    {
        var p = new ParcoursEnMemoire(debut: debut, commune: commune).Oriente();
        Assert.Contains(p.Faits, f => f.Phrase.Replace('\u00a0', ' ') == fait);
        Assert.Equal(jour, p.DernierRendezVous.Debut.InZone(CalendriersCommunes.Nationaux.De(commune).Zone).Date.ToString("uuuu-MM-dd", null));
        Assert.Contains("r-creneau-1", p.Demandees(AgendaServices.Liberer).Select(l => l.ReservationId));
    }

    [Fact]
    public void Should_hand_over_with_the_cause_when_the_agenda_offers_nothing_but_closed_days()
    {
        var p = new ParcoursEnMemoire(monde: new Monde { Creneaux = _ => new(2026, 11, 11) }, debut: "2026-11-02T09:00:00").Oriente();
        var tache = p.Tache("trouver-creneau");
        Assert.Contains("jour férié (Armistice de 1918)", tache.Precision!, StringComparison.Ordinal);
        Assert.Equal(3, p.Demandees(AgendaServices.Liberer).Count());
        Assert.False(p.Ouverte("confirmer-rendez-vous"));
    }

    [Fact]
    public void Should_say_that_only_closed_days_were_left()
    {
        var p = new ParcoursEnMemoire(monde: new Monde { AgendaPlein = true, Ecartes = 4 }).Oriente();
        Assert.Equal("Aucun créneau libre dans l’agenda, hors dimanches et jours fériés de la commune.", p.Tache("trouver-creneau").Precision);
    }
}
