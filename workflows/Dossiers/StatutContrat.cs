namespace FranceTravail.Parcours.Workflows.Dossiers;

public enum StatutContrat
{
    Propose,
    Signe,

    /// <summary>Replaced by a later version.</summary>
    Remplace,
}
