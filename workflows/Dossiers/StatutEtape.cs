namespace FranceTravail.Parcours.Workflows.Dossiers;

public enum StatutEtape
{
    AVenir,
    EnCours,
    Faite,
}
