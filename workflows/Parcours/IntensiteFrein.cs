namespace FranceTravail.Parcours.Workflows.Parcours;

/// <summary>The three levels of the national logigramme.</summary>
public enum IntensiteFrein
{
    SansImpact,
    Moyen,
    Fort,
}
