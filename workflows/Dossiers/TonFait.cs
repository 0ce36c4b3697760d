namespace FranceTravail.Parcours.Workflows.Dossiers;

/// <summary>How the timeline marks a fact; never by colour alone.</summary>
public enum TonFait
{
    Normal,
    Information,
    Alerte,

    /// <summary>A deadline was missed, by whoever it bound.</summary>
    EcheanceDepassee,
}
