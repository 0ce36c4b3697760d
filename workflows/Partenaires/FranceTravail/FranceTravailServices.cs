using FranceTravail.Parcours.Workflows.Parcours.Demandes;

namespace FranceTravail.Parcours.Workflows.Partenaires.FranceTravail;

/// <summary>What France Travail's information system does for a journey.</summary>
public static class FranceTravailServices
{
    public static readonly Service<InscriptionDemandee, InscriptionFaite> Inscrire = new("InscrireFranceTravail");

    public static readonly Service<OrientationTransmise, object> TransmettreOrientation = new(
        "TransmettreOrientation",
        _ => new("France Travail n’a pas pris en compte l’orientation transmise.", "transmettre l’orientation à France Travail autrement"));
}
