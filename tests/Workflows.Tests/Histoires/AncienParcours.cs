using System.Text.Json.Nodes;
using FranceTravail.Parcours.Workflows.Competence;
using FranceTravail.Parcours.Workflows.Delais;
using FranceTravail.Parcours.Workflows.Modele;
using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Parcours.Decisions;
using FranceTravail.Parcours.Workflows.Parcours.Etats;
using FranceTravail.Parcours.Workflows.Tests.Banc;
using FranceTravail.Parcours.Workflows.Tests.Fils;
using NodaTime;
using Temporalio.Workflows;

namespace FranceTravail.Parcours.Workflows.Tests.Histoires;

/// <summary>What the journey must not be: it runs the rules itself, so that a replay runs today's over yesterday's facts.</summary>
[Workflow(Nom)]
public sealed class AncienParcours
{
    public const string Nom = "AncienParcours";
    public const string Montrer = "Montrer";

    private readonly JsonObject json = [];

    internal static ModeleParcours Modele { get; } = new()
    {
        Id = "changeant",
        Version = 1,
        Nom = "Essai",
        Empreinte = "0123456789",
        Entree = "changeante",
        Noeuds =
        [
            new Noeud { Id = "changeante", Type = ChangeanteEtape.Type, Titre = "Changeante", Parametres = new Dictionary<string, string>(), Sorties = new Dictionary<string, string> { ["Suite"] = "fin" } },
            new Noeud { Id = "fin", Type = "Parcours.Cloture", Titre = "Fin", Parametres = new Dictionary<string, string>(), Sorties = new Dictionary<string, string>() },
        ],
    };

    [WorkflowRun]
    public async Task RunAsync(DemarrageParcours demarrage)
    {
        await DeciderAsync(demarrage, Evenement.Debut);
        while (VersionsEtat.Lire(json) is { ProchainReveil: { } reveil })
        {
            await Workflow.DelayAsync(reveil - Maintenant is { } reste && reste > Duration.Zero ? reste.ToTimeSpan() : TimeSpan.FromMilliseconds(1));
            await DeciderAsync(demarrage, Evenement.Temps(reveil));
        }
    }

    private static Instant Maintenant => Instant.FromDateTimeUtc(Workflow.UtcNow);

    private async Task DeciderAsync(DemarrageParcours demarrage, Evenement evenement)
    {
        var numero = json.Count == 0 ? 0 : VersionsEtat.Lire(json).Numero;
        var decision = new Deciseur(TroisFils.Catalogue, CalendriersCommunes.Nationaux, TableCompetence.Nationale).Decider(
            new DecisionDemandee
            {
                Demarrage = demarrage,
                Etat = json.Count == 0 ? null : json.DeepClone().AsObject(),
                Evenement = evenement,
                Maintenant = Maintenant,
                Numero = numero + 1,
                Acquis = numero,
                WorkflowId = Workflow.Info.WorkflowId,
                RunId = Workflow.Info.RunId,
            },
            Modele,
            epoque: 1,
            new Monde());
        Changements.Appliquer(json, decision.Changements!);
        foreach (var fait in decision.Faits)
        {
            await Workflow.ExecuteActivityAsync(Montrer, [fait.Phrase], new() { StartToCloseTimeout = TimeSpan.FromMinutes(1) });
        }
    }
}
