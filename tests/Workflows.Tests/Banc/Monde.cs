using FranceTravail.Parcours.Workflows.Courriers;
using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Parcours.Demandes;
using FranceTravail.Parcours.Workflows.Partenaires;
using NodaTime;

namespace FranceTravail.Parcours.Workflows.Tests.Banc;

/// <summary>Partners, letters and counsellors as simple functions: what the world answers to a request.</summary>
internal sealed class Monde
{
    /// <summary>Refuses the next registrations with this sentence.</summary>
    public string? RefusInscription { get; set; }

    /// <summary>Refuses letters and notices with this sentence.</summary>
    public string? RefusEnvois { get; set; }

    /// <summary>The agenda has no free slot.</summary>
    public bool AgendaPlein { get; set; }

    /// <summary>Nobody can be named.</summary>
    public bool SansReferent { get; set; }

    /// <summary>Who asks to be named cannot be.</summary>
    public bool RefusReferent { get; set; }

    /// <summary>The proof of a letter does not say when it was received.</summary>
    public bool ReceptionInconnue { get; set; }

    /// <summary>Requests that are not answered until this is cleared: a partner is down.</summary>
    public Func<Demande, bool> Muet { get; set; } = _ => false;

    public Reponse Repondre(Demande demande, Instant maintenant) => demande switch
    {
        InscriptionDemandee when RefusInscription is { } refus => new Reponse { Refus = refus },
        InscriptionDemandee => new Reponse { Valeur = new InscriptionFaite("FT-0001") },
        AffectationDemandee { ConseillerId: not null } when RefusReferent => new Reponse { Valeur = new ReferentAffecte(null) },
        AffectationDemandee a => new Reponse { Valeur = new ReferentAffecte(a.ConseillerId ?? (SansReferent ? null : "c-1")) },
        EnvoiCourrier or OrientationTransmise when RefusEnvois is { } refus => new Reponse { Refus = refus },
        EnvoiCourrier => new Reponse { Valeur = new CourrierEnvoye { Preuve = "4821", RecuLe = ReceptionInconnue ? null : maintenant } },
        ReservationDemandee when AgendaPlein => new Reponse { Valeur = new ReservationFaite() },
        ReservationDemandee r => new Reponse { Valeur = Creneau(r) },
        _ => new Reponse(),
    };

    /// <summary>10 in the morning, or 14 in the afternoon, of the first weekday that fits.</summary>
    private static ReservationFaite Creneau(ReservationDemandee demande)
    {
        var zone = DateTimeZoneProviders.Tzdb[demande.Zone];
        var jour = demande.AuPlusTot.InZone(zone).Date;
        while (jour.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday)
        {
            jour = jour.PlusDays(1);
        }

        var debut = zone.AtLeniently(jour + new LocalTime(demande.Moment == MomentJournee.ApresMidi ? 14 : 10, 0)).ToInstant();
        return debut > demande.AuPlusTard
            ? new ReservationFaite()
            : new ReservationFaite { ReservationId = $"r-{demande.Objet}", Debut = debut, Fin = debut + Duration.FromMinutes(45), Lieu = "Agence de Liévin" };
    }
}
