namespace FranceTravail.Parcours.Workflows.Dossiers;

/// <summary>Whose commitment a line of the contract is.</summary>
public enum CoteContrat
{
    Personne,
    Organisme,
}
