namespace FranceTravail.Parcours.Workflows.Taches;

public enum StatutTache
{
    Ouverte,

    /// <summary>Done by a gesture.</summary>
    Faite,

    /// <summary>No longer to be done: overtaken by another act, or its time has passed.</summary>
    SansObjet,
}
