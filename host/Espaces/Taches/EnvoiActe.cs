using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Host.Inscriptions;
using FranceTravail.Parcours.Host.Parcours;
using FranceTravail.Parcours.Workflows.Parcours;

namespace FranceTravail.Parcours.Host.Espaces.Taches;

/// <summary>Sends an act to its journey with its free texts: first these, as drafts; then the act; then the texts become what its answer makes of them.</summary>
internal sealed class EnvoiActe(TextesDActe textes, JourneyClient journeys, ILogger<EnvoiActe> logger)
{
    /// <summary>What became of the act. Intact is false when a text that counts already stayed as it was.</summary>
    public async Task<(ReponseMoteur Answer, bool Intact)> EnvoyerAsync(Tache task, Acte acte, IReadOnlyDictionary<string, string> libres, CancellationToken cancellationToken)
    {
        try
        {
            var intact = await textes.GarderAsync(task.DossierId, task.Flux, acte, libres, cancellationToken);
            var answer = await journeys.AgirAsync(task.DossierId, task.Flux, acte, cancellationToken);
            await textes.ConclureAsync(task.DossierId, task.Flux, acte, libres, answer);
            return (answer, intact);
        }
        catch (Exception error) when (PanneDossiers.Est(error))
        {
            logger.LogError(error, "A text of dossier {Dossier} could not be written", task.DossierId);
            return (PanneDossiers.Reponse, true);
        }
    }
}
