using Temporalio.Activities;

namespace FranceTravail.Parcours.Workflows.Dossiers;

public interface IProjectionActivities
{
    /// <summary>
    /// Applies a projection to the case store in one transaction; a known <see cref="ProjectionDossier.Cle"/> changes nothing.
    /// </summary>
    [Activity("Projeter")]
    Task ProjeterAsync(ProjectionDossier projection);
}
