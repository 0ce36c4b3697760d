using FranceTravail.Parcours.Host.Inscriptions;
using FranceTravail.Parcours.Host.Parcours;
using FranceTravail.Parcours.Workflows.Parcours;

namespace FranceTravail.Parcours.Host.Espaces.Taches;

/// <summary>Sends an act with its texts: these first, as drafts; then the act; then they become what its answer makes of them.</summary>
internal sealed class EnvoiActe(TextesDActe textes, JourneyClient journeys, ILogger<EnvoiActe> logger)
{
    /// <param name="dossierId">Whose journey.</param>
    /// <param name="flux">Stream that takes it.</param>
    /// <param name="acte">The act, with references in place of texts.</param>
    /// <param name="ecrits">The texts by reference.</param>
    /// <param name="cancellationToken">Whoever sent it went away.</param>
    /// <returns>The answer, and a sentence for it: a text that counts already stays as it was.</returns>
    public async Task<(ReponseMoteur Answer, string Phrase)> EnvoyerAsync(
        string dossierId, string flux, Acte acte, IReadOnlyDictionary<string, string> ecrits, CancellationToken cancellationToken)
    {
        try
        {
            var intact = await textes.GarderAsync(dossierId, flux, acte, ecrits, cancellationToken);
            var answer = await journeys.AgirAsync(dossierId, flux, acte, cancellationToken);
            intact &= await textes.ConclureAsync(dossierId, flux, acte, ecrits, answer);
            return (answer, intact ? answer.Phrase : $"{answer.Phrase} Un premier envoi avait déjà été enregistré : la correction du texte n’a pas été reprise.");
        }
        catch (Exception error) when (PanneDossiers.Est(error))
        {
            logger.LogError(error, "A text of dossier {Dossier} could not be written", dossierId);
            return (PanneDossiers.Reponse, PanneDossiers.Reponse.Phrase);
        }
    }
}
