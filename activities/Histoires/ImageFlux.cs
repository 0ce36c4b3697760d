using System.Text.Json.Nodes;
using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Workflows.Parcours.Decisions;
using FranceTravail.Parcours.Workflows.Parcours.Etats;

namespace FranceTravail.Parcours.Activities.Histoires;

/// <summary>Plays the decisions of a stream again into rows. Runs no rule: what was decided is applied.</summary>
internal static class ImageFlux
{
    /// <param name="lignes">Where the rows go.</param>
    /// <param name="dossier">The row of the dossier, whose situation follows.</param>
    /// <param name="histoire">The stream.</param>
    public static async Task TracerAsync(ILignes lignes, Dossier dossier, HistoireFlux histoire)
    {
        var json = new JsonObject();
        EtatParcours? avant = null;
        foreach (var decision in histoire.Decisions)
        {
            Changements.Appliquer(json, decision.Changements!);
            var apres = VersionsEtat.Lire(json);
            await Projecteur.AppliquerAsync(
                lignes, dossier, ProjectionDecision.De(decision, dossier.Id, histoire.Demarrage.FilId, avant, apres), decision.Le);
            avant = apres;
        }
    }
}
