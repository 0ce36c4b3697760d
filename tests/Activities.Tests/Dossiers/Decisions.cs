using System.Text.Json;
using System.Text.Json.Nodes;
using FranceTravail.Parcours.Activities.Decisions;
using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Workflows.Modele;
using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Parcours.Decisions;
using FranceTravail.Parcours.Workflows.Parcours.Demandes;
using FranceTravail.Parcours.Workflows.Parcours.Etats;
using FranceTravail.Parcours.Workflows.Serialisation;
using static FranceTravail.Parcours.Activities.Tests.Exemples;

namespace FranceTravail.Parcours.Activities.Tests.Dossiers;

/// <summary>A journey whose decisions a test asks for one by one.</summary>
internal static class Decisions
{
    public static async Task<DossierDeDonnees> PreparerAsync(Magasin magasin)
    {
        var dossier = await DossierDeDonnees.PreparerAsync(magasin);
        await dossier.EcrireAsync(DossierDeDonnees.UneFiche(), LeModele());
        return dossier;
    }

    public static VersionModele LeModele() => new()
    {
        ModeleId = "national",
        Version = 1,
        Nom = "Essai",
        DefinitionJson = "{}",
        ModeleJson = JsonSerializer.Serialize(Modele(), ParcoursJson.Options),
        Empreinte = "0123456789",
        PublieeLe = Maintenant,
    };

    public static Task<Decision> DeciderAsync(DossierDeDonnees dossier, DecisionDemandee demande) => dossier.Activites<DecisionActivities>().DeciderAsync(demande);

    public static DecisionDemandee Debut() => new()
    {
        Demarrage = new DemarrageParcours { DossierId = "d1", Territoire = "rhone", Commune = "62510", ModeleId = "national", ModeleVersion = 1, Situation = new() },
        Evenement = Evenement.Debut,
        Maintenant = Maintenant,
        Numero = 1,
        Acquis = 0,
        WorkflowId = "parcours-d1",
        RunId = "run-1",
    };

    public static DecisionDemandee Suite(Decision premiere, Evenement evenement) => Suite([premiere], evenement);

    public static DecisionDemandee Suite(IReadOnlyList<Decision> avant, Evenement evenement)
    {
        var etat = new JsonObject();
        foreach (var decision in avant)
        {
            Changements.Appliquer(etat, decision.Changements!);
        }

        return Debut() with { Etat = etat, Evenement = evenement, Numero = avant[^1].Numero + 1 };
    }

    public static Evenement Repondue(Decision premiere)
    {
        var etat = new JsonObject();
        Changements.Appliquer(etat, premiere.Changements!);
        var demande = VersionsEtat.Lire(etat).Demandes.Values.Single();
        return Evenement.De(demande, new Reponse { Refus = "Identité à vérifier." });
    }

    private static ModeleParcours Modele() => new()
    {
        Id = "national",
        Version = 1,
        Nom = "Essai",
        Empreinte = "0123456789",
        Entree = "inscription",
        Noeuds =
        [
            Noeud("inscription", "Parcours.Inscription", ("Inscrite", "contrat")),
            Noeud("contrat", "Parcours.ContratEngagement", ("Signe", "fin")),
            Noeud("fin", "Parcours.Cloture"),
        ],
    };

    private static Noeud Noeud(string id, string type, params (string Sortie, string Vers)[] sorties) => new()
    {
        Id = id,
        Type = type,
        Titre = id,
        Parametres = new Dictionary<string, string>(),
        Sorties = sorties.ToDictionary(s => s.Sortie, s => s.Vers),
    };
}
