using FranceTravail.Parcours.Workflows.Parcours.Demandes;
using Temporalio.Activities;
using Temporalio.Exceptions;

namespace FranceTravail.Parcours.Activities.Partenaires;

/// <summary>Tells Temporal not to try again what a partner has refused: at once when it says so itself, after a while when the answer is doubtful.</summary>
internal static class RefusPartenaire
{
    /// <summary>
    /// Doubtful answers to one call before they count as a refusal: about half an hour, as journeys wait between tries. What did not answer at
    /// all is not counted: a partner that was down for days is as doubtful as one that was not.
    /// </summary>
    /// <remarks>The count is kept with the activity, from one try to the next. A run that continues as new asks anew, and counts anew: it does
    /// so at a review, or when its history has grown by what was decided, and tries do not make it grow.</remarks>
    public const int EssaisDouteux = 10;

    public static async Task<T> EstDefinitifAsync<T>(Func<CancellationToken, Task<T>> appel)
    {
        try
        {
            return await appel(ActivityCancellation.Token);
        }
        catch (PartenaireRefusException refus)
        {
            throw Definitif(refus);
        }
        catch (PartenaireDouteuxException doute) when (ActivityExecutionContext.HasCurrent)
        {
            var activite = ActivityExecutionContext.Current;
            var douteuses = 1 + (activite.Info.HeartbeatDetails.Count > 0 ? await activite.Info.HeartbeatDetailAtAsync<int>(0) : 0);
            if (douteuses >= EssaisDouteux)
            {
                throw Definitif(new PartenaireRefusException(doute.Partenaire, doute.Statut));
            }

            activite.Heartbeat(douteuses);
            throw;
        }
    }

    private static ApplicationFailureException Definitif(PartenaireRefusException refus) =>
        new(refus.Message, refus, Service.RefusDefinitif, nonRetryable: true);
}
