namespace FranceTravail.Parcours.Activities.Dossiers;

/// <summary>Life of a contract.</summary>
public enum StatutContrat
{
    Projet,
    ASigner,
    Signe,
    Remplace,
}
