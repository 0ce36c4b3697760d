using FranceTravail.Parcours.Workflows.Delais;
using FranceTravail.Parcours.Workflows.Parcours.Demandes;
using FranceTravail.Parcours.Workflows.Partenaires.Agenda;
using NodaTime;
using Temporalio.Activities;

namespace FranceTravail.Parcours.Activities.Partenaires.Agenda;

/// <summary>The journey's calls to the shared agenda.</summary>
internal sealed class AgendaActivities(AgendaClient agenda, CalendriersCommunes calendriers)
{
    // Others book at the same time: after this many lost races the list is stale, and the activity's retry reads it again.
    private const int MaxTries = 20;

    [Activity("ReserverCreneau")]
    public Task<ReservationFaite> ReserverAsync(Appel<ReservationDemandee> demande) => RefusPartenaire.EstDefinitifAsync(async cancellationToken =>
    {
        var calendrier = calendriers.De(demande.Contenu.Commune, demande.Contenu.AuPlusTot.InUtc().Date);
        var (ecartes, tropPris) = (0, false);
        foreach (var agendaDe in demande.Contenu.Agendas)
        {
            var creneaux = await agenda.CreneauxAsync(agendaDe, demande.Contenu.AuPlusTot, demande.Contenu.AuPlusTard, demande.Contenu.Commune, cancellationToken);
            var voulus = creneaux.Where(c => demande.Contenu.Moment == MomentJournee.Indifferent || demande.Contenu.Moment == MomentOf(c, calendrier.Zone)).ToList();

            // Whatever an agenda answers, nobody is received on a holiday of the commune.
            var ouverts = voulus.Where(c => calendrier.FermeLe(calendrier.Jour(c.Debut.ToInstant())) is null).ToList();
            foreach (var creneau in ouverts.Take(MaxTries))
            {
                if (await agenda.ReserverAsync(demande.Cle, demande.DossierId, creneau.Id, demande.Contenu.Motif, cancellationToken) is { } reservation)
                {
                    return Faite(reservation);
                }
            }

            (ecartes, tropPris) = (ecartes + voulus.Count - ouverts.Count, tropPris || ouverts.Count >= MaxTries);
        }

        // No slot is left: perhaps because an earlier try of this key, whose answer was lost, holds the last one.
        return await agenda.ReservationDeAsync(demande.Cle, cancellationToken) is { } held ? Faite(held)
            : !tropPris ? new ReservationFaite { Ecartes = ecartes }
            : throw new PartenaireIndisponibleException(AgendaClient.Nom, null);
    });

    [Activity("LibererCreneau")]
    public Task LibererAsync(Appel<LiberationDemandee> demande) => RefusPartenaire.EstDefinitifAsync(async cancellationToken =>
    {
        await agenda.LibererAsync(demande.Cle, demande.DossierId, demande.Contenu.ReservationId, cancellationToken);
        return true;
    });

    private static ReservationFaite Faite(Reservation reservation) => new()
    {
        ReservationId = reservation.Id,
        Debut = reservation.Debut.ToInstant(),
        Fin = reservation.Fin.ToInstant(),
        Lieu = reservation.Lieu?.Complet(),
        Agenda = reservation.Referent,
    };

    private static MomentJournee MomentOf(Creneau creneau, DateTimeZone zone) =>
        creneau.Debut.ToInstant().InZone(zone).Hour < 12 ? MomentJournee.Matin : MomentJournee.ApresMidi;
}
