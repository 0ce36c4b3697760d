using FranceTravail.Parcours.Workflows.Etapes;
using FranceTravail.Parcours.Workflows.Modele;
using FranceTravail.Parcours.Workflows.Parcours;

namespace FranceTravail.Parcours.Workflows.Tests.Banc;

/// <summary>The shape of the national journey, made from the step definitions and their defaults.</summary>
internal static class Modeles
{
    public static ModeleParcours National(params (string Noeud, string Parametre, string Valeur)[] reglages)
    {
        var modele = new ModeleParcours
        {
            Id = "national",
            Version = 1,
            Nom = "Parcours national",
            Empreinte = "",
            Entree = "inscription",
            Noeuds =
            [
                Noeud("inscription", "Inscription", ("Inscrite", "pre-orientation")),
                Noeud("pre-orientation", "PreOrientation", ("Professionnel", "premier-rdv"), ("SocioProfessionnel", "premier-rdv"), ("Social", "premier-rdv")),
                Noeud("premier-rdv", "PremierRendezVous", ("Honore", "diagnostic")),
                Noeud("diagnostic", "Diagnostic", ("Partage", "contrat")),
                Noeud("contrat", "ContratEngagement", ("Signe", "suivi")),
                Noeud("suivi", "SuiviActivites", ("Engage", "revue")),
                Noeud("revue", "RevuePeriodique", ("Poursuite", "suivi"), ("NouveauContrat", "contrat"), ("Sortie", "fin")),
                Noeud("fin", "Cloture"),
                Noeud("demande-reponse", "Sollicitation", ("Repondue", "demande-fin")),
                Noeud("demande-fin", "FinDeFil"),
                Noeud("notification-recue", "Notification", ("Recue", "notification-fin")),
                Noeud("notification-fin", "FinDeFil"),
                Noeud("reorientation-decision", "Reorientation", ("Tranchee", "reorientation-fin")),
                Noeud("reorientation-fin", "FinDeFil"),
                Noeud("transfert-dossier", "Transfert", ("Tranche", "transfert-fin")),
                Noeud("transfert-fin", "FinDeFil"),
                Noeud("nouvelle-orientation-decision", "PreOrientation", ("Professionnel", "nouvelle-orientation-fin"), ("SocioProfessionnel", "nouvelle-orientation-fin"), ("Social", "nouvelle-orientation-fin")),
                Noeud("nouvelle-orientation-fin", "FinDeFil"),
            ],
            Fils =
            [
                new FilModele { Id = "demande", Titre = "Demande de la personne", Entree = "demande-reponse", Ouvreurs = [nameof(RoleActeur.Personne)], Max = 5 },
                new FilModele { Id = "notification", Titre = "Notification de l’orientation", Entree = "notification-recue", Annonce = Annonces.OrientationDecidee, FinitAvecLAccompagnement = true },
                new FilModele { Id = "transfert", Titre = "Transfert du dossier", Entree = "transfert-dossier", Annonce = Annonces.CommuneChangee, FinitAvecLAccompagnement = true },
                new FilModele { Id = "nouvelle-orientation", Titre = "Orientation par l’autorité du RSA", Entree = "nouvelle-orientation-decision", Annonce = Annonces.OrientationAReprendre, FinitAvecLAccompagnement = true },
                new FilModele
                {
                    Id = "reorientation",
                    Titre = "Réorientation",
                    Entree = "reorientation-decision",
                    Ouvreurs = [nameof(RoleActeur.Personne), nameof(RoleActeur.Conseiller)],
                    Depuis = ["premier-rdv", "diagnostic", "contrat", "revue"],
                    FinitAvecLAccompagnement = true,
                },
            ],
            Reprises =
            [
                new RepriseModele { Id = "reprise", Titre = "Reprise avec un autre organisme", Annonce = Annonces.ReorientationDecidee, Vers = "premier-rdv" },
            ],
        };
        modele = modele with { Noeuds = [.. modele.Noeuds.Select(n => Regler(n, reglages))] };
        return modele with { Empreinte = EmpreinteModele.Calculer(modele) };
    }

    private static Noeud Noeud(string id, string type, params (string Sortie, string Vers)[] sorties)
    {
        var definition = CatalogueEtapes.National.Trouver($"Parcours.{type}")!;
        return new Noeud
        {
            Id = id,
            Type = definition.Type,
            Titre = definition.Nom,
            Parametres = new Dictionary<string, string>(),
            Sorties = sorties.ToDictionary(s => s.Sortie, s => s.Vers),
        };
    }

    private static Noeud Regler(Noeud noeud, (string Noeud, string Parametre, string Valeur)[] reglages)
    {
        var parametres = new Dictionary<string, string>(noeud.Parametres);
        foreach (var (_, parametre, valeur) in reglages.Where(r => r.Noeud == noeud.Id))
        {
            parametres[parametre] = valeur;
        }

        return noeud with { Parametres = parametres };
    }
}
