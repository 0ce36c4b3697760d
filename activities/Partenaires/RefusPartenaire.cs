using FranceTravail.Parcours.Workflows.Parcours.Demandes;
using Temporalio.Activities;
using Temporalio.Exceptions;

namespace FranceTravail.Parcours.Activities.Partenaires;

/// <summary>Tells Temporal not to try again what a partner has refused: at once when it says so itself, after a while when the answer is doubtful.</summary>
internal static class RefusPartenaire
{
    /// <summary>Tries of one call before a doubtful answer counts as a refusal: about half an hour, as journeys wait between tries.</summary>
    public const int EssaisDouteux = 10;

    public static async Task<T> EstDefinitifAsync<T>(Func<Task<T>> appel)
    {
        try
        {
            return await appel();
        }
        catch (PartenaireRefusException refus)
        {
            throw Definitif(refus);
        }
        catch (PartenaireDouteuxException doute) when (ActivityExecutionContext.HasCurrent && ActivityExecutionContext.Current.Info.Attempt >= EssaisDouteux)
        {
            throw Definitif(new PartenaireRefusException(doute.Partenaire, doute.Statut));
        }
    }

    private static ApplicationFailureException Definitif(PartenaireRefusException refus) =>
        new(refus.Message, refus, Service.RefusDefinitif, nonRetryable: true);
}
