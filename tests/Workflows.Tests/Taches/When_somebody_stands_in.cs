using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Tests.Banc;

namespace FranceTravail.Parcours.Workflows.Tests.Taches;

/// <summary>The acts of the accompaniment are the référent's; somebody else of her organism may stand in for her, and then the facts say so.</summary>
public class When_somebody_stands_in
{
    private const string Remplacement = " Par une autre personne de l’organisme référent, en remplacement du référent.";

    [Fact]
    public void Should_be_said_in_the_fact_of_the_act_and_in_no_other()
    {
        var p = new ParcoursEnMemoire();
        Deroulement.JusquAuContrat(p);
        p.Agir("proposer-contrat", "proposer", ("objectif", "t-objectif"), ("heures-formation", "15"));
        p.Agir("signer-contrat", "signer");
        Signer(p, "c-2");
        Assert.Equal(
            ["Contrat d’engagement signé par la personne.", $"Contrat d’engagement signé pour l’organisme référent.{Remplacement}"],
            p.Faits.Where(f => f.Code == "contrat.signature").Select(f => f.Phrase));
        Assert.Single(p.Faits, f => f.Phrase.EndsWith(Remplacement, StringComparison.Ordinal));
        Assert.Equal("c-1", p.Etat.Dossier.ReferentId);
    }

    [Fact]
    public void Should_say_nothing_when_the_referent_acts()
    {
        var p = new ParcoursEnMemoire();
        Deroulement.JusquAuContratSigne(p);
        Assert.DoesNotContain(p.Faits, f => f.Phrase.Contains("remplacement", StringComparison.Ordinal));
        Assert.Contains(p.Faits, f => f.Phrase == "Contrat d’engagement signé par le référent.");
    }

    [Fact]
    public void Should_be_of_the_same_organism_in_the_same_place()
    {
        var p = new ParcoursEnMemoire(Situations.Incertaine, commune: "69123");
        p.Agir("decider-orientation", "choisir", ("parcours", "Social"), ("organisme", "ConseilDepartemental"), ("raison", "t-raison"));
        Deroulement.JusquAuRendezVous(p);
        var acte = p.Acte(p.Tache("constater-presence"), "presente");
        Assert.Equal("c-1/ConseilDepartemental/PresidentMetropoleLyon", acte.Acteur.Id);
        Assert.Null(Refus("c-2/ConseilDepartemental/PresidentMetropoleLyon"));
        Assert.Equal(
            "Cette tâche revient au référent de la personne, ou à un autre conseiller de l’organisme référent (Métropole de Lyon) en son absence\u00a0; l’encadrement de cet organisme n’agit à sa place qu’une fois la tâche remontée.",
            Refus("c-2/ConseilDepartemental/PresidentConseilDepartemental"));
        Assert.NotNull(Refus("c-2"));
        Assert.NotNull(Refus("c-6/ConseilDepartemental/PresidentMetropoleLyon"));
        p.AvancerJours(30);
        Assert.Null(Refus("c-6/ConseilDepartemental/PresidentMetropoleLyon"));
        Assert.NotNull(Refus("c-6"));

        string? Refus(string qui) => p.Refus(acte with { Acteur = new(RoleActeur.Conseiller, qui) });
    }

    /// <summary>Whatever was asked of the référent, or of a queue while there was none, is asked of who has become it.</summary>
    [Fact]
    public void Should_find_every_task_with_the_referent_of_the_day()
    {
        var p = new ParcoursEnMemoire(monde: new Monde { SansReferent = true });
        Deroulement.JusquAuContrat(p);
        Assert.All(p.Etat.Taches.Values, t => Assert.Equal("pas-de-calais/equipe/FranceTravail", t.Responsable.File));
        p.Agir("designer-referent", "prendre");
        Assert.All(p.Etat.Taches.Values, t => Assert.Equal("c-9", t.Responsable.Id));

        p.Monde.SansReferent = false;
        p.Ouvrir("demande", RoleActeur.Personne, "dossier-0001", ("objet", "question"), ("texte", "texte-0000001"));
        p.Agir("proposer-contrat", "proposer", ("objectif", "t-objectif"), ("heures-formation", "15"));
        p.Agir("signer-contrat", "signer");
        p.Agir("signer-contrat-referent", "signer");
        while (!p.Ouverte("tenir-revue"))
        {
            p.AvancerJours(7);
        }

        Deroulement.Reorienter(p, "CapEmploi");
        Assert.Equal("c-1/CapEmploi", p.Etat.Dossier.ReferentId);
        Assert.Equal("c-1/CapEmploi", p.Tache("repondre-a-la-demande").Responsable.Id);
    }

    private static void Signer(ParcoursEnMemoire p, string qui) =>
        p.Appliquer(p.Acte(p.Tache("signer-contrat-referent"), "signer") with { Acteur = new(RoleActeur.Conseiller, qui) });
}
