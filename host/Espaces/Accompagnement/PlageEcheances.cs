using NodaTime;

namespace FranceTravail.Parcours.Host.Espaces.Accompagnement;

/// <summary>A span of due dates: after one instant, up to and with another. A delay that ends at midnight belongs to the day before.
/// <paramref name="Apercu"/> is how many of its rows the whole page shows.</summary>
internal sealed record PlageEcheances(string Code, string Titre, Instant Apres, Instant Jusqua, int Apercu)
{
    /// <summary>Far past and far future that a store of 64-bit ticks can hold.</summary>
    private static readonly Instant Past = Instant.FromUtc(1, 1, 1, 0, 0);
    private static readonly Instant Future = Instant.FromUtc(9999, 12, 31, 0, 0);

    private static readonly string[] Codes = ["retard", "aujourdhui", "vendredi", "plus-tard"];

    /// <summary>The code itself, or null when there is no such span.</summary>
    public static string? Connue(string? code) => Codes.Contains(code) ? code : null;

    /// <summary>Late, today, until Friday (the next one when it is Friday already), later.</summary>
    public static IReadOnlyList<PlageEcheances> De(ZonedDateTime maintenant)
    {
        var now = maintenant.ToInstant();
        var tonight = maintenant.Zone.AtStartOfDay(maintenant.Date.PlusDays(1)).ToInstant();
        var friday = maintenant.Date.Next(IsoDayOfWeek.Friday);
        var week = maintenant.Zone.AtStartOfDay(friday.PlusDays(1)).ToInstant();
        return
        [
            new("retard", "En retard", Past, now, 20),
            new("aujourdhui", "Aujourd’hui", now, tonight, 20),
            new("vendredi", maintenant.DayOfWeek >= IsoDayOfWeek.Friday ? "D’ici vendredi prochain" : "D’ici vendredi", tonight, week, 10),
            new("plus-tard", "Plus tard", week, Future, 10),
        ];
    }
}
