using FranceTravail.Parcours.Workflows.Parcours;

namespace FranceTravail.Parcours.Workflows.Tests.Banc;

/// <summary>Everybody does what is expected, in time.</summary>
internal static class Deroulement
{
    public static void JusquAuRendezVous(ParcoursEnMemoire p)
    {
        if (p.Ouverte("decider-orientation"))
        {
            p.Oriente();
        }

        p.Agir("confirmer-rendez-vous", "confirmer");
        p.AvancerJusqua(p.DernierRendezVous.Debut);
    }

    public static void JusquAuDiagnostic(ParcoursEnMemoire p)
    {
        JusquAuRendezVous(p);
        p.Agir("constater-presence", "presente");
    }

    /// <summary>The person asks for another organism, and the authority gives it.</summary>
    public static void Reorienter(ParcoursEnMemoire p, string organisme)
    {
        p.Ouvrir("reorientation", RoleActeur.Personne, "dossier-0001", ("souhait", organisme), ("texte", "texte-0000001"));
        p.Agir("decider-reorientation", "accorder", ("organisme", organisme), ("parcours", "SocioProfessionnel"), ("raison", "texte-0000002"));
    }

    public static void JusquAuContrat(ParcoursEnMemoire p)
    {
        JusquAuDiagnostic(p);
        p.Agir("etablir-diagnostic", "partager", ("projet", "defini"), ("freins", "Mobilite,Logement"));
    }

    public static void JusquAuContratSigne(ParcoursEnMemoire p)
    {
        JusquAuContrat(p);
        p.AvancerJours(2);
        p.Agir("proposer-contrat", "proposer", ("objectif", "t-objectif"), ("heures-appui-recherche", "6"), ("heures-formation", "9"), ("engagements", "entretiens,mobilite"));
        p.Agir("signer-contrat-referent", "signer");
        p.AvancerJours(1);
        p.Agir("signer-contrat", "signer");
    }

    /// <summary>Week after week, until the review can be held.</summary>
    public static void JusquALaRevue(ParcoursEnMemoire p)
    {
        while (!p.Ouverte("tenir-revue"))
        {
            p.AvancerJours(1);
            if (p.Ouverte("declarer-semaine"))
            {
                p.Agir("declarer-semaine", "declarer", ("heures", "16.5"));
            }

            if (p.Ouverte("valider-semaine"))
            {
                p.Agir("valider-semaine", "valider");
            }
        }
    }
}
