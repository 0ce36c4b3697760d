namespace FranceTravail.Parcours.Activities.Dossiers;

/// <summary>Life of an appointment.</summary>
public enum StatutRendezVous
{
    Propose,
    Confirme,
    Honore,
    Absent,
    Excuse,
    Annule,
}
