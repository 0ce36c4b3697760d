using FranceTravail.Parcours.Host.Inscriptions;

namespace FranceTravail.Parcours.Host.Parcours;

/// <summary>
/// The rounds of a background service over the dossiers that wait for the engine. Each is a full circle that begins behind where the one before
/// stopped. Silences in a row end it, for the engine may be away, and the others would only wait; where somebody was answered, they are the
/// dossiers' own. What fails by itself rests, ever longer, and the others have their turn.
/// </summary>
/// <param name="service">Name under which failures are noted.</param>
/// <param name="echecs">Where they are noted.</param>
/// <param name="logger">Of the service.</param>
internal sealed class Tournee(string service, Echecs echecs, ILogger logger)
{
    private const int EngineAway = 3;

    /// <summary>Where the round before stopped.</summary>
    private string after = "";

    /// <summary>One round.</summary>
    /// <param name="waiting">Ids of the dossiers.</param>
    /// <param name="ask">What is asked for one of them.</param>
    /// <param name="unreadable">What to say to an operator of one for which it cannot even be asked.</param>
    /// <param name="cancellationToken">Ends the round.</param>
    public async Task FaireAsync(IEnumerable<string> waiting, Func<string, CancellationToken, Task<ReponseMoteur>> ask, string unreadable, CancellationToken cancellationToken)
    {
        var resting = await echecs.EnReposAsync(service, cancellationToken);
        var (silent, inARow, answered, start) = (new List<string>(), 0, false, after);
        foreach (var id in waiting.Where(id => !resting.Contains(id)).OrderBy(id => string.CompareOrdinal(id, start) <= 0).ThenBy(id => id, StringComparer.Ordinal))
        {
            after = id;
            if (await DemanderAsync(id, ask, unreadable, cancellationToken))
            {
                (inARow, answered) = (0, true);
                continue;
            }

            silent.Add(id);
            if (++inARow == EngineAway)
            {
                logger.LogWarning("The engine does not answer to « {Service} »; those that wait have their turn later", service);
                break;
            }
        }

        foreach (var id in answered ? silent : [])
        {
            await NoterAsync(id, "le service ne répond pas pour ce dossier", cancellationToken);
        }
    }

    /// <summary>False when nobody answered.</summary>
    private async Task<bool> DemanderAsync(string id, Func<string, CancellationToken, Task<ReponseMoteur>> ask, string unreadable, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await ask(id, cancellationToken);
            if (answer is ReponseMoteur.Fait)
            {
                await echecs.OublierAsync(service, id, cancellationToken);
            }
            else if (answer is not ReponseMoteur.SansReponse)
            {
                await NoterAsync(id, answer.Phrase, cancellationToken);
            }

            return answer is not ReponseMoteur.SansReponse;
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            logger.LogError(error, "Nothing can be asked for dossier {Dossier} by « {Service} »", id, service);
            await NoterAsync(id, $"{unreadable} ({error.GetType().Name})", cancellationToken);
            return true;
        }
    }

    private async Task NoterAsync(string id, string motif, CancellationToken cancellationToken)
    {
        if (await echecs.NoterAsync(service, id, motif, cancellationToken))
        {
            logger.LogError("« {Service} » gives up dossier {Dossier} after {Times} tries; « echecs » lists it", service, id, Echecs.Renonce);
        }
    }
}
