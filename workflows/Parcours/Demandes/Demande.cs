using System.Text.Json.Serialization;
using FranceTravail.Parcours.Workflows.Courriers;
using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Partenaires;

namespace FranceTravail.Parcours.Workflows.Parcours.Demandes;

/// <summary>
/// Something that a step asks of the world: a partner call, a letter, a référent. It is the input of an activity and is kept
/// in the state until answered, so that nothing asked is forgotten, even over continue-as-new.
/// </summary>
[JsonDerivedType(typeof(InscriptionDemandee), "inscription")]
[JsonDerivedType(typeof(OrientationTransmise), "orientation")]
[JsonDerivedType(typeof(ReservationDemandee), "reservation")]
[JsonDerivedType(typeof(LiberationDemandee), "liberation")]
[JsonDerivedType(typeof(AffectationDemandee), "affectation")]
[JsonDerivedType(typeof(EnvoiCourrier), "courrier")]
public abstract record Demande
{
    /// <summary>Idempotency key: <c>dossier/node#visit/purpose</c>. The same for every attempt.</summary>
    public required string Cle { get; init; }

    public required string DossierId { get; init; }

    /// <summary>Node that asks and gets the answer.</summary>
    public required string NoeudId { get; init; }

    /// <summary>Purpose within the step, stable: <c>convocation-2</c>.</summary>
    public required string Objet { get; init; }
}
