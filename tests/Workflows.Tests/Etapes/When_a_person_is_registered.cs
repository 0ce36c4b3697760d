using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Tests.Banc;
using NodaTime;

namespace FranceTravail.Parcours.Workflows.Tests.Etapes;

public class When_a_person_is_registered
{
    [Fact]
    public void Should_give_rights_and_duties_with_the_registration_and_go_on()
    {
        var p = new ParcoursEnMemoire();
        Assert.Equal("inscription.demande", p.Codes[0]);
        var faite = p.Faits.Single(f => f.Code == "inscription.faite");
        Assert.Equal("Code du travail, art. L5411-1 et R5411-4", faite.BaseLegale);
        Assert.Contains(p.Courriers, e => e.Modele == "inscription");
        Assert.Equal("FT-0001", p.Projections[^1].Avancement.IdentifiantFranceTravail);
        Assert.NotEqual("inscription", p.Noeud);
    }

    [Fact]
    public void Should_ask_for_a_check_when_France_Travail_is_silent_then_go_on_by_itself_when_it_answers()
    {
        var p = new ParcoursEnMemoire(monde: new Monde { Muet = d => d.Activite == "InscrireFranceTravail" });
        Assert.Equal(("inscription", "Enregistrement par France Travail"), (p.Noeud, p.Projections[^1].Avancement.ObjetEcheance));
        p.AvancerJours(5);
        Assert.Contains("inscription.sans-reponse", p.Codes);
        Assert.True(p.Ouverte("verifier-inscription"));

        p.Monde.Muet = _ => false;
        p.Repondre();
        Assert.NotEqual("inscription", p.Noeud);
        Assert.False(p.Ouverte("verifier-inscription"));
    }

    [Fact]
    public void Should_let_the_counsellor_go_on_and_keep_the_late_answer()
    {
        var p = new ParcoursEnMemoire(monde: new Monde { Muet = d => d.Activite == "InscrireFranceTravail" });
        p.AvancerJours(5);
        p.Agir("verifier-inscription", "poursuivre");
        Assert.NotEqual("inscription", p.Noeud);
        Assert.Null(p.Etat.Dossier.IdentifiantFranceTravail);

        p.Monde.Muet = _ => false;
        p.Repondre();
        Assert.Equal("FT-0001", p.Etat.Dossier.IdentifiantFranceTravail);
        Assert.Contains("inscription.faite", p.Codes);
    }

    [Fact]
    public void Should_send_again_with_a_new_key_after_a_refusal()
    {
        var p = new ParcoursEnMemoire(monde: new Monde { RefusInscription = "Identité à vérifier." });
        Assert.Equal("Identité à vérifier.", p.Faits.Single(f => f.Code == "inscription.refus").BaseLegale);
        p.Monde.RefusInscription = null;
        p.Agir("verifier-inscription", "renvoyer");
        Assert.Equal(
            ["dossier-0001/accompagnement@1/inscription#1/inscription-1", "dossier-0001/accompagnement@1/inscription#1/inscription-2"],
            p.Demandes.Where(d => d.Activite == "InscrireFranceTravail").Select(d => d.Cle));
        Assert.Contains("inscription.faite", p.Codes);
    }

    [Fact]
    public void Should_have_an_owner_and_a_deadline_from_the_first_projection()
    {
        var p = new ParcoursEnMemoire(monde: new Monde { Muet = _ => true });
        var situation = Assert.Single(p.Projections).Avancement;
        Assert.Equal("pas-de-calais", situation.Responsable.File);
        Assert.Equal(new LocalDate(2026, 10, 12), situation.ProchaineEcheance!.Jour);
        Assert.Equal(StatutParcours.Ouvert, situation.Statut);
    }

    [Fact]
    public void Should_be_told_from_then_on_by_when_she_is_received()
    {
        var p = new ParcoursEnMemoire();
        var accueil = p.Etat.Ruban.Values.Single(e => e.Type == "Parcours.PremierRendezVous");
        Assert.Equal(StatutEtape.AVenir, accueil.Statut);
        Assert.StartsWith("au plus tard le ", accueil.Precision, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_draw_the_whole_ribbon_at_once()
    {
        var p = new ParcoursEnMemoire(monde: new Monde { Muet = _ => true });
        Assert.Equal(
            ["Inscription", "Pré-orientation", "Premier rendez-vous", "Diagnostic", "Contrat d’engagement", "Activités", "Revue"],
            p.Projections[0].Ruban.Select(e => e.Titre));
        Assert.Equal(
            [StatutEtape.EnCours, .. Enumerable.Repeat(StatutEtape.AVenir, 6)],
            p.Projections[0].Ruban.Select(e => e.Statut));
    }
}
