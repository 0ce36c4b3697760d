using Temporalio.Activities;

namespace FranceTravail.Parcours.Workflows.Dossiers;

public interface IProjectionActivities
{
    /// <summary>
    /// Applies a projection to the case store in one transaction; one whose <see cref="ProjectionDossier.Sequence"/> is already there changes nothing.
    /// </summary>
    [Activity("Projeter")]
    Task ProjeterAsync(ProjectionDossier projection);
}
