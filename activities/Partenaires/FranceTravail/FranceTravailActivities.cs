using FranceTravail.Parcours.Workflows.Parcours.Demandes;
using FranceTravail.Parcours.Workflows.Partenaires.FranceTravail;
using Temporalio.Activities;

namespace FranceTravail.Parcours.Activities.Partenaires.FranceTravail;

/// <summary>The journey's calls to France Travail.</summary>
internal sealed class FranceTravailActivities(FranceTravailClient franceTravail)
{
    [Activity("InscrireFranceTravail")]
    public Task<InscriptionFaite> InscrireAsync(Appel<InscriptionDemandee> demande) => RefusPartenaire.EstDefinitifAsync(async cancellationToken =>
        new InscriptionFaite(await franceTravail.InscrireAsync(demande.Cle, demande.DossierId, demande.Contenu.Territoire, cancellationToken)));

    [Activity("TransmettreOrientation")]
    public Task TransmettreOrientationAsync(Appel<OrientationTransmise> demande) => RefusPartenaire.EstDefinitifAsync(async cancellationToken =>
    {
        await franceTravail.OrienterAsync(demande.Cle, demande.DossierId, demande.Contenu.Parcours.ToString(), demande.Contenu.Organisme.ToString(), cancellationToken);
        return true;
    });
}
