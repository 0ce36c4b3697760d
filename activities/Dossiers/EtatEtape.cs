namespace FranceTravail.Parcours.Activities.Dossiers;

/// <summary>Where a journey stands on a step.</summary>
public enum EtatEtape
{
    AVenir,
    EnCours,
    Faite,
}
