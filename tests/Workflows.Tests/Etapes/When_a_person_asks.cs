using FranceTravail.Parcours.Workflows.Courriers;
using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Etapes.Sollicitation;
using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Tests.Banc;
using NodaTime;

namespace FranceTravail.Parcours.Workflows.Tests.Etapes;

public class When_a_person_asks
{
    private const string Repondre = "repondre-a-la-demande";

    [Fact]
    public void Should_be_acknowledged_and_owed_an_answer_within_two_days()
    {
        var p = new ParcoursEnMemoire();
        Demander(p, "revision");
        var recue = p.Faits.Single(f => f.Code == "sollicitation.recue");
        Assert.Equal(("Demande reçue\u00a0: «\u00a0Réviser mon contrat\u00a0».", "texte-0000001"), (recue.Phrase, recue.Donnees["texte"]));
        Assert.Equal(RoleActeur.Personne, recue.Auteur.Role);
        Assert.Equal("2026-10-12", p.Courriers.Single(c => c.Modele == "sollicitation-recue").Donnees["avantLe"]);
        Assert.Equal(new LocalDate(2026, 10, 12), p.Tache(Repondre).Echeance.Jour);
        Assert.Equal(RoleActeur.Conseiller, p.Tache(Repondre).Responsable.Role);
    }

    [Fact]
    public void Should_be_answered_without_moving_the_accompaniment()
    {
        var p = new ParcoursEnMemoire();
        var (noeud, taches) = (p.Noeud, p.Etat.Taches.Keys.ToList());
        Demander(p, "question");
        Assert.Equal("La réponse est enregistrée\u00a0; la personne en est avertie.", p.Agir(Repondre, "repondre", ("reponse", "texte-0000002")));
        Assert.Contains(p.Courriers, c => c.Modele == "sollicitation-repondue");
        Assert.Equal(noeud, p.Noeud);
        Assert.Equal(taches, p.Etat.Taches.Keys);
        Assert.Equal([NomsParcours.FilPrincipal], p.Etat.Fils.Keys);
    }

    [Fact]
    public void Should_be_told_why_and_what_she_may_do_when_it_is_refused()
    {
        var p = new ParcoursEnMemoire();
        Demander(p, "revision");
        Assert.NotNull(p.Refus(Repondre, "refuser"));
        p.Agir(Repondre, "refuser", ("motif", "texte-0000002"));
        Assert.Equal("texte-0000002", p.Faits.Single(f => f.Code == "sollicitation.refusee").Donnees["reponse"]);
        Assert.Contains(p.Courriers, c => c.Modele == "sollicitation-refusee");
    }

    [Theory]
    [InlineData("MissionLocale", "MissionLocale")]
    [InlineData("CapEmploi", "CapEmploi")]
    [InlineData("ConseilDepartemental", "PresidentConseilDepartemental")]
    public void Should_be_told_the_remedies_against_the_organism_that_refuses(string organisme, string decideur)
    {
        var p = new ParcoursEnMemoire(Situations.ProcheDeLEmploi);
        p.Agir("decider-orientation", "choisir", ("parcours", "SocioProfessionnel"), ("organisme", organisme), ("raison", "texte-0000001"));
        Demander(p, "rendez-vous");
        p.Agir(Repondre, "refuser", ("motif", "texte-0000002"));
        Assert.Equal(decideur, p.Courriers.Single(c => c.Modele == "sollicitation-refusee").Donnees["decideur"]);
    }

    /// <summary>The compulsory appeal is against a decision on the RSA of the authority that has power over it: else it would be asked for nothing.</summary>
    [Theory]
    [InlineData("62510", "pas-de-calais", true, "revision", "oui")]
    [InlineData("62510", "pas-de-calais", true, "rendez-vous", "non")]
    [InlineData("62510", "pas-de-calais", false, "revision", "non")]
    [InlineData("97411", "reunion", true, "revision", "non")]
    public void Should_have_to_appeal_first_only_against_a_decision_on_the_RSA(string commune, string territoire, bool rsa, string objet, string dit)
    {
        var p = new ParcoursEnMemoire(
            Situations.ProcheDeLEmploi with { Rsa = rsa, DroitRsaConnuLe = rsa ? new(2026, 10, 8) : null }, commune: commune, territoire: territoire);
        p.Agir("decider-orientation", "choisir", ("parcours", "SocioProfessionnel"), ("organisme", "ConseilDepartemental"), ("raison", "texte-0000001"));
        Demander(p, objet);
        p.Agir(Repondre, "refuser", ("motif", "texte-0000002"));
        var lettre = p.Courriers.Single(c => c.Modele == "sollicitation-refusee");
        Assert.Equal((dit, CanalCourrier.DateCertaine), (lettre.Donnees["rsa"], lettre.Canal));
    }

    /// <summary>Another agent of the team may answer: the letter is hers.</summary>
    [Fact]
    public void Should_read_who_refused()
    {
        var p = new ParcoursEnMemoire();
        Demander(p, "revision");
        var acte = p.Acte(p.Tache(Repondre), "refuser", ("motif", "texte-0000002"));
        p.Appliquer(acte);
        var lettre = p.Courriers.Single(c => c.Modele == "sollicitation-refusee").Donnees;
        Assert.Equal((acte.Acteur.Id, p.Etat.Dossier.ReferentId == acte.Acteur.Id ? "oui" : "non"), (lettre["signataire"], lettre["referent"]));
    }

    [Fact]
    public void Should_read_a_promise_that_was_not_kept_and_the_management_too()
    {
        var p = new ParcoursEnMemoire();
        Demander(p, "rendez-vous");
        p.AvancerJours(6);
        Assert.Equal(TonFait.EcheanceDepassee, p.Faits.Single(f => f.Code == "sollicitation.delai").Ton);
        Assert.True(p.Tache(Repondre).Escaladee);
        p.Agir(Repondre, "accepter", ("reponse", "texte-0000002"));
        Assert.Equal([NomsParcours.FilPrincipal], p.Etat.Fils.Keys);
    }

    [Fact]
    public void Should_be_refused_what_does_not_fit_its_form()
    {
        var p = new ParcoursEnMemoire();
        Assert.Contains("nécessaire", p.Ouvrir("demande", RoleActeur.Personne, "dossier-0001", ("objet", "question")), StringComparison.Ordinal);
        Assert.NotEqual("", p.Ouvrir("demande", RoleActeur.Personne, "dossier-0001", ("objet", "autre"), ("texte", "texte-0000001")));
        Assert.Contains("formulaire", p.Ouvrir("demande", RoleActeur.Personne, "dossier-0001", ("objet", "question"), ("texte", "texte-0000001"), ("x", "1")), StringComparison.Ordinal);
        Assert.Equal("Cette démarche ne vous revient pas\u00a0: elle revient à la personne.", p.Ouvrir("demande", RoleActeur.Conseiller, "c-1", ("objet", "question"), ("texte", "texte-0000001")));
        Assert.Equal([NomsParcours.FilPrincipal], p.Etat.Fils.Keys);
    }

    [Fact]
    public void Should_ask_several_things_at_once_and_not_without_end()
    {
        var p = new ParcoursEnMemoire();
        Assert.Equal(5, SollicitationDefinition.Objets.Count);
        Assert.All(SollicitationDefinition.Objets, o => Assert.StartsWith("Votre demande est envoyée.", Demander(p, o.Code), StringComparison.Ordinal));
        Assert.Equal(
            "«\u00a0Faire une demande\u00a0»\u00a0: cinq attendent déjà une réponse, et c’est le plus qu’il puisse y en avoir. Recommencez quand l’une d’elles l’aura reçue.",
            Demander(p, "question"));
    }

    private static string Demander(ParcoursEnMemoire p, string objet) =>
        p.Ouvrir("demande", RoleActeur.Personne, "dossier-0001", (SollicitationDefinition.Objet, objet), (SollicitationDefinition.Texte, "texte-0000001"));
}
