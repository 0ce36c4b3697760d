using Temporalio.Activities;

namespace FranceTravail.Parcours.Workflows.Modele;

public interface IModelesActivities
{
    /// <summary>The published version, which never changes. Unknown version: non-retryable failure <c>ModeleInconnu</c>.</summary>
    [Activity("ChargerModele")]
    Task<ModeleParcours> ChargerAsync(ReferenceModele reference);
}
