namespace FranceTravail.Parcours.Workflows.Dossiers;

public enum StatutRendezVous
{
    Propose,
    Confirme,

    /// <summary>Given back: the person asked another time.</summary>
    Deplace,
    Honore,
    Absence,

    /// <summary>Absent with a reason given before or after: never counted.</summary>
    Excuse,
}
