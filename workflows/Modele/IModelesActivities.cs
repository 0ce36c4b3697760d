using Temporalio.Activities;

namespace FranceTravail.Parcours.Workflows.Modele;

public interface IModelesActivities
{
    /// <summary>The published version, which never changes. Unknown version: failure <c>ModeleInconnu</c>, tried again until it is published, for a journey that failed could not be started twice.</summary>
    [Activity("ChargerModele")]
    Task<ModeleParcours> ChargerAsync(ReferenceModele reference);
}
