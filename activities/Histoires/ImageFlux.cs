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
        var json = histoire.Depart?.Etat.DeepClone().AsObject() ?? [];
        EtatParcours? avant = null;
        if (histoire.Depart is { } depart)
        {
            // What was open then; of the facts before, and of what was over, nothing is known any more.
            avant = VersionsEtat.Lire(json);
            var ouvert = new Decision { Evenement = "", Numero = histoire.Avant, Le = depart.Le, Changements = json };
            var projection = ProjectionDecision.De(ouvert, dossier.Id, histoire.Demarrage.FilId, null, avant) with { Donnees = null };
            await Projecteur.AppliquerAsync(lignes, dossier, projection, depart.Le);
            json = json.DeepClone().AsObject();
        }

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
