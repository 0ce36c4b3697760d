using Temporalio.Activities;

namespace FranceTravail.Parcours.Workflows.Partenaires;

/// <summary>
/// Calls to partner systems. Each carries the key <c>dossier/node#visit/purpose</c>, sent as <c>Idempotency-Key</c>.
/// Passing faults are retried by the workflow for ever; a refusal is a non-retryable <c>ApplicationFailureException</c>
/// whose type is <see cref="RefusPartenaire"/> and whose message is a French sentence.
/// </summary>
public interface IPartenairesActivities
{
    /// <summary>Failure type of a partner's definite refusal.</summary>
    const string RefusPartenaire = "RefusPartenaire";

    [Activity("InscrireFranceTravail")]
    Task<InscriptionFaite> InscrireAsync(InscriptionDemandee demande);

    [Activity("TransmettreOrientation")]
    Task TransmettreOrientationAsync(OrientationTransmise demande);

    /// <summary>
    /// Books the first free slot that fits. A slot taken meanwhile (409) means: try the next one. No slot: an answer
    /// without reservation, not a failure.
    /// </summary>
    [Activity("ReserverCreneau")]
    Task<ReservationFaite> ReserverAsync(ReservationDemandee demande);

    /// <summary>Gives a slot back; one already given back is a success.</summary>
    [Activity("LibererCreneau")]
    Task LibererAsync(LiberationDemandee demande);
}
