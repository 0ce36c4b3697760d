using Temporalio.Activities;

namespace FranceTravail.Parcours.Workflows.Courriers;

public interface ICourriersActivities
{
    /// <summary>Renders, files, records and sends one letter or message. Idempotent by key.</summary>
    [Activity("EnvoyerCourrier")]
    Task<CourrierEnvoye> EnvoyerAsync(EnvoiCourrier envoi);
}
