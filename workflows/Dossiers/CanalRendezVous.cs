namespace FranceTravail.Parcours.Workflows.Dossiers;

/// <summary>How a person and whoever receives her meet.</summary>
public enum CanalRendezVous
{
    SurPlace,
    Telephone,
    Visio,
}
