using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Partenaires.Agenda;
using FranceTravail.Parcours.Workflows.Redaction;
using FranceTravail.Parcours.Workflows.Tests.Banc;

namespace FranceTravail.Parcours.Workflows.Tests.Etapes;

/// <summary>No appointment, however it came about, without a place or a way, and a number to call.</summary>
public class When_it_is_said_where_a_person_is_received
{
    private static readonly string[] Lettres = ["invitation", "convocation", "rappel-rendez-vous", "absence", "rendez-vous-de-notre-fait"];

    [Theory]
    [InlineData("l-1", "SurPlace", "Agence de Liévin|8 rue Thiers, 62800 Liévin|Pour nous joindre : 01 99 00 31 12")]
    [InlineData("l-2", "SurPlace", "Agence de Lens|14 rue de la Perche, 62300 Lens|Pour nous joindre : 01 99 00 32 12")]
    [InlineData("telephone", "Telephone", "Par téléphone : nous vous appelons au numéro que vous avez donné|Pour nous joindre : 01 99 00 31 12")]
    [InlineData("visio", "Visio", "En visio, à cette adresse : https://visio.example/1|Pour nous joindre : 01 99 00 31 12")]
    public void Should_be_said_in_the_letter_and_on_her_page_as_the_counsellor_chose(string ou, string canal, string lignes)
    {
        var p = new ParcoursEnMemoire(monde: new Monde { AgendaPlein = true }).Oriente();
        p.Agir("trouver-creneau", "fixer", ("jour", "2026-10-13"), ("heure", "09:00"), ("ou", ou), ("duree", "30"));
        var lettre = p.Courriers.Single(c => c.Modele == "invitation");
        Assert.Equal((canal, lignes, "30\u00a0minutes"), (lettre.Donnees["canal"], Simple(lettre.Donnees["ou"].Replace('\n', '|')), lettre.Donnees["duree"]));
        Assert.EndsWith($"pendant 30 minutes.|{lignes}", Simple(p.Tache("confirmer-rendez-vous").Precision!.Replace('\n', '|')));
    }

    [Fact]
    public void Should_propose_the_places_of_the_organism_then_telephone_then_video()
    {
        var p = new ParcoursEnMemoire(monde: new Monde { AgendaPlein = true }).Oriente();
        var champ = p.Tache("trouver-creneau").Gestes.Single(g => g.Code == "fixer").Champs.Single(c => c.Nom == "ou");
        Assert.Equal(["l-1", "l-2", "telephone", "visio"], champ.Choix.Select(c => c.Code));
        Assert.Equal("Agence de Liévin, 8 rue Thiers, 62800 Liévin", champ.Choix[0].Libelle);
    }

    [Fact]
    public void Should_refuse_a_place_that_has_closed_meanwhile()
    {
        var p = new ParcoursEnMemoire(monde: new Monde { AgendaPlein = true }).Oriente();
        p.Monde.LieuxConnus = [p.Monde.LieuxConnus[1]];
        Assert.Equal("Ce lieu n’est plus proposé\u00a0: rechargez la page.", p.Refus("trouver-creneau", "fixer", ("jour", "2026-10-13"), ("heure", "09:00"), ("ou", "l-1"), ("duree", "45")));
    }

    [Fact]
    public void Should_only_search_the_agenda_where_no_place_is_known()
    {
        var p = new ParcoursEnMemoire(monde: new Monde { AgendaPlein = true, LieuxConnus = [] }).Oriente();
        Assert.Equal(["rechercher"], p.Tache("trouver-creneau").Gestes.Select(g => g.Code));
    }

    [Fact]
    public void Should_give_back_a_slot_whose_place_the_agenda_does_not_say()
    {
        var p = new ParcoursEnMemoire(monde: new Monde { SansLieu = true }).Oriente();
        Assert.Equal("r-creneau-1", p.Demandees(AgendaServices.Liberer).Single().ReservationId);
        Assert.DoesNotContain(p.Courriers, c => Lettres.Contains(c.Modele));
        Assert.Equal("L’agenda ne dit pas où\u00a0: fixer le rendez-vous avec la personne.", p.Tache("trouver-creneau").Precision);
        Assert.Contains("premier-rendez-vous.sans-lieu", p.Codes);
    }

    [Fact]
    public void Should_look_into_the_agenda_of_the_referent_then_of_who_may_replace_her()
    {
        var p = new ParcoursEnMemoire(monde: new Monde { Receveur = agendas => agendas[^1] }).Oriente();
        Assert.Equal(["c-1", "c-2", "c-3"], p.Demandees(AgendaServices.Reserver).Single().Agendas);
        Assert.Equal(("c-3", "c-3"), (p.DernierRendezVous.ConseillerId, p.Courriers.Single(c => c.Modele == "invitation").Donnees["receveur"]));
        Assert.Equal("c-3", p.Tache("recevoir-premier-rendez-vous").Responsable.Id);
        p.AvancerJusqua(p.DernierRendezVous.Debut);
        Assert.Equal("c-3", p.Tache("constater-presence").Responsable.Id);

        // The référent, on a task of who replaces her, replaces nobody.
        p.Appliquer(p.Acte(p.Tache("constater-presence"), "presente") with { Acteur = new(RoleActeur.Conseiller, "c-1") });
        Assert.DoesNotContain(p.Faits, f => f.Phrase.Contains("en remplacement", StringComparison.Ordinal));
    }

    [Fact]
    public void Should_not_be_received_by_whom_the_agenda_was_not_asked_for()
    {
        var p = new ParcoursEnMemoire(monde: new Monde { Receveur = _ => "inconnu" }).Oriente();
        Assert.Null(p.DernierRendezVous.ConseillerId);
        Assert.Equal(p.Etat.Dossier.ReferentId, p.Tache("recevoir-premier-rendez-vous").Responsable.Id);
    }

    [Fact]
    public void Should_name_nobody_while_the_desk_of_the_territory_receives()
    {
        var p = new ParcoursEnMemoire(monde: new Monde { SansReferent = true }).Oriente();
        Assert.Equal(["pas-de-calais"], p.Demandees(AgendaServices.Reserver).Single().Agendas);
        Assert.Null(p.DernierRendezVous.ConseillerId);
        Assert.DoesNotContain("receveur", p.Courriers.Single(c => c.Modele == "invitation").Donnees.Keys);
    }

    [Fact]
    public void Should_be_the_counsellor_who_fixed_it_while_there_is_no_referent()
    {
        var p = new ParcoursEnMemoire(monde: new Monde { SansReferent = true, AgendaPlein = true }).Oriente();
        p.Agir("trouver-creneau", "fixer", ("jour", "2026-10-13"), ("heure", "09:00"), ("ou", "l-1"), ("duree", "45"));
        Assert.Equal("c-9", p.DernierRendezVous.ConseillerId);
    }

    [Theory]
    [InlineData(CanalRendezVous.SurPlace, "Agence de Liévin, 8 rue Thiers, 62800 Liévin")]
    [InlineData(CanalRendezVous.Telephone, "par téléphone")]
    [InlineData(CanalRendezVous.Visio, "en visio")]
    public void Should_be_short_in_a_list(CanalRendezVous canal, string dit) => Assert.Equal(dit, LieuEnClair.EnUneLigne(new Monde().LieuxConnus[0].Par(canal)));

    private static string Simple(string texte) => texte.Replace('\u00a0', ' ');
}
