using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Modele;
using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Tests.Banc;
using NodaTime.Text;

namespace FranceTravail.Parcours.Workflows.Tests.Competence.QuiPeutAgir;

/// <summary>Leads a journey through everything that a task can be opened for, and stops at each place for everybody to try.</summary>
internal sealed class Traversee(Lieu lieu, Personne personne, OrganismeReferent organisme, List<Case> cases)
{
    /// <summary>The national journey with a review each month, so that fewer weeks pass.</summary>
    public static readonly ModeleParcours Modele = Modeles.National(("revue", "Periodicite", "P1M"));

    private ParcoursEnMemoire p = null!;
    private Essais essais = null!;

    /// <summary>From the registration to another orientation after the review.</summary>
    public void Entiere()
    {
        Commencer(new Monde { RefusInscription = "Identité à vérifier.", ReceptionInconnue = true, AgendaPlein = true });
        essais.Essayer();
        p.Monde.RefusInscription = null;
        p.Agir("verifier-inscription", "renvoyer");
        essais.Essayer();
        if (!Orienter())
        {
            return;
        }

        Accueillir();
        Diagnostiquer();
        Contracter();
        Suivre();
        Assert.StartsWith("La demande est envoyée", p.Ouvrir("reorientation", RoleActeur.Personne, "dossier-0001", ("texte", "texte-0000001")));
        essais.Essayer();
    }

    /// <summary>The same as far as the contract, while nobody can be named référent.</summary>
    public void SansReferent()
    {
        Commencer(new Monde { ReceptionInconnue = true, AgendaPlein = true, SansReferent = true });
        if (!Orienter())
        {
            return;
        }

        Accueillir();
        Diagnostiquer();
        essais.Essayer();
        p.AvancerJours(20);
        essais.Essayer();
    }

    /// <summary>Nobody orients for six weeks.</summary>
    public void SansOrientation()
    {
        p = new ParcoursEnMemoire(personne.Connue(new(2026, 10, 8)).Situation, Modele, commune: lieu.Commune, competences: lieu.Competences);
        essais = new(p, lieu, personne, cases);
        p.AvancerJours(50);
        essais.Essayer(relais: p.Codes.Contains("pre-orientation.relais"));
    }

    private void Commencer(Monde monde)
    {
        p = new ParcoursEnMemoire(personne.Situation, Modele, monde, commune: lieu.Commune, competences: lieu.Competences);
        essais = new(p, lieu, personne, cases);
    }

    /// <returns>False where nobody can decide.</returns>
    private bool Orienter()
    {
        (string, string)[] choix = [("parcours", "Professionnel"), ("organisme", organisme.ToString()), ("raison", "texte-0000001")];
        if (p.Refus("decider-orientation", "choisir", choix) is not null)
        {
            return false;
        }

        p.Agir("decider-orientation", "choisir", choix);
        essais.Essayer();
        p.Agir("enregistrer-reception", "recue", ("recue-le", LocalDatePattern.Iso.Format(p.Aujourdhui)));
        return true;
    }

    private void Accueillir()
    {
        essais.Essayer();
        p.AvancerJours(22);
        essais.Essayer();
        p.Monde.AgendaPlein = false;
        p.Agir("trouver-creneau", "rechercher", ("a-partir-du", LocalDatePattern.Iso.Format(p.Aujourdhui)), ("moment", "Indifferent"));
        essais.Essayer();
        p.Agir("confirmer-rendez-vous", "confirmer");
        essais.Essayer();
        p.AvancerJusqua(p.DernierRendezVous.Debut);
        essais.Essayer();
        p.Agir("constater-presence", "presente");
    }

    private void Diagnostiquer()
    {
        foreach (var objet in new[] { "question", "revision" })
        {
            Assert.StartsWith("Votre demande est envoyée", p.Ouvrir("demande", RoleActeur.Personne, "dossier-0001", ("objet", objet), ("texte", "texte-0000001")));
        }

        p.Appliquer(Banc.Donnees.Demenagement("demenagement-1", lieu.Ailleurs ?? "59350", lieu.Ailleurs is null ? null : "ailleurs"));
        p.Appliquer(Banc.Donnees.Droit("droit-1", !personne.Rsa));
        p.Appliquer(Banc.Donnees.Droit("droit-2", personne.Rsa));
        essais.Essayer();
        p.AvancerJours(40);
        essais.Essayer();
        if (lieu.Ailleurs is not null)
        {
            p.Agir("transmettre-dossier", "transferer");
            essais.Essayer();
        }

        p.Agir("etablir-diagnostic", "partager", ("projet", "defini"));
    }

    private void Contracter()
    {
        essais.Essayer();
        p.Monde.RefusEnvois = "Adresse refusée.";
        p.Agir("proposer-contrat", "proposer", ("objectif", "texte-0000001"), ("heures-formation", "15"));
        p.Monde.RefusEnvois = null;
        essais.Essayer();
        p.AvancerJours(40);
        essais.Essayer();
        p.Agir("signer-contrat-referent", "signer");
        p.Agir("signer-contrat", "signer");
    }

    private void Suivre()
    {
        Jusqua("prendre-des-nouvelles");
        p.AvancerJours(20);
        essais.Essayer();
        Jusqua("declarer-semaine");
        essais.Essayer();
        p.Appliquer(p.Acte(p.Etat.Taches.Values.First(t => t.Nature == "declarer-semaine"), "declarer", ("heures", "15")));
        essais.Essayer();
        Jusqua("tenir-revue");
        essais.Essayer();
        p.AvancerJours(40);
        essais.Essayer();
    }

    private void Jusqua(string nature)
    {
        while (!p.Ouverte(nature))
        {
            p.AvancerJours(1);
        }
    }
}
