namespace FranceTravail.Parcours.Activities.Dossiers;

/// <summary>Who takes a commitment.</summary>
public enum PartieContrat
{
    Personne,
    Organisme,
}
