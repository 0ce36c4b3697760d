namespace FranceTravail.Parcours.Workflows.Dossiers;

public enum StatutParcours
{
    Ouvert,
    Clos,
}
