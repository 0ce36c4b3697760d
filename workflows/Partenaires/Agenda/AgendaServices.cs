using FranceTravail.Parcours.Workflows.Parcours.Demandes;

namespace FranceTravail.Parcours.Workflows.Partenaires.Agenda;

/// <summary>What the shared agenda does for a journey.</summary>
public static class AgendaServices
{
    /// <summary>
    /// Books the first free slot that fits. A slot taken meanwhile (409) means: try the next one. No slot: an answer
    /// without reservation, not a failure.
    /// </summary>
    public static readonly Service<ReservationDemandee, ReservationFaite> Reserver = new("ReserverCreneau");

    /// <summary>Gives a slot back; one already given back is a success.</summary>
    public static readonly Service<LiberationDemandee, object> Liberer = new(
        "LibererCreneau",
        _ => new("L’agenda n’a pas repris le créneau rendu.", "libérer dans l’agenda le créneau rendu"));
}
