using FranceTravail.Parcours.Workflows.Parcours.Demandes;
using Temporalio.Exceptions;

namespace FranceTravail.Parcours.Activities.Partenaires;

/// <summary>Tells Temporal not to try again what a partner has refused.</summary>
internal static class RefusPartenaire
{
    public static async Task<T> EstDefinitifAsync<T>(Func<Task<T>> appel)
    {
        try
        {
            return await appel();
        }
        catch (PartenaireRefusException refus)
        {
            throw new ApplicationFailureException(refus.Message, refus, Service.RefusDefinitif, nonRetryable: true);
        }
    }
}
