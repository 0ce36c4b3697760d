using FranceTravail.Parcours.Workflows.Delais;
using NodaTime;
using NodaTime.Text;

namespace FranceTravail.Parcours.Host.Simulateurs.Agenda;

/// <summary>
/// The slots that an agenda can have: eight of 45 minutes a day, Monday to Friday, holidays excluded; a counsellor (<c>c-…</c>) has one
/// place in each and three in four of them; the desk of a territory has as many places as its agency receives at once.
/// </summary>
internal static class Grille
{
    private const string PremierConseiller = "c-";
    private static readonly Duration Duree = Duration.FromMinutes(45);
    private static readonly InstantPattern IdPattern = InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmm");

    private static readonly LocalTime[] Heures =
    [
        new(9, 0), new(9, 45), new(10, 30), new(11, 15), new(13, 30), new(14, 15), new(15, 0), new(15, 45),
    ];

    public static int Places(string referent) => EstConseiller(referent) ? 1 : LieuSimule.De(referent).Capacite;

    /// <summary>The slots that begin from <paramref name="from"/>, included, to <paramref name="to"/>, excluded.</summary>
    public static IEnumerable<Creneau> Entre(int graine, string referent, Instant from, Instant to, CalendrierCivil calendrier)
    {
        var zone = calendrier.Zone;
        for (var jour = from.InZone(zone).Date; jour <= to.InZone(zone).Date; jour = jour.PlusDays(1))
        {
            if (!calendrier.EstOuvre(jour))
            {
                continue;
            }

            foreach (var heure in Heures)
            {
                var debut = zone.AtLeniently(jour + heure).ToInstant();
                if (debut >= from && debut < to && EstTenu(graine, referent, debut))
                {
                    yield return Creneau(referent, debut);
                }
            }
        }
    }

    /// <summary>The slot of an identifier, or null when no such slot was ever offered.</summary>
    public static Creneau? Lire(int graine, string id)
    {
        var tilde = id.LastIndexOf('~');
        return tilde > 0 && IdPattern.Parse(id[(tilde + 1)..]) is { Success: true, Value: var debut } && EstTenu(graine, id[..tilde], debut)
            ? Creneau(id[..tilde], debut)
            : null;
    }

    private static bool EstConseiller(string referent) => referent.StartsWith(PremierConseiller, StringComparison.Ordinal);

    private static bool EstTenu(int graine, string referent, Instant debut) =>
        !EstConseiller(referent) || Hasard.Tirer(graine, 4, "agenda", referent, IdPattern.Format(debut)) != 0;

    private static Creneau Creneau(string referent, Instant debut) => new(
        $"{referent}~{IdPattern.Format(debut)}",
        referent,
        debut.ToDateTimeOffset(),
        (debut + Duree).ToDateTimeOffset(),
        LieuSimule.De(referent));
}
