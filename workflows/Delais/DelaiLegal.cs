using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace FranceTravail.Parcours.Workflows.Delais;

/// <summary>A delay in calendar months, then days, as the law counts them.</summary>
/// <remarks>
/// <para>Code de procédure civile, art. 641, applied by analogy: the day that starts the delay does not count; a delay in months
/// ends on the day of the same number, or the last day of the month when there is none; months come before days.</para>
/// <para>Art. 642: the delay ends at 24:00 of its last day; a last day that is a Saturday, a Sunday or a holiday is put off to
/// the next working day. A delay counted backwards is not put off.</para>
/// <para>A notice starts its delay on the day of its receipt (Code du travail, art. R5412-7), never before proof of it.</para>
/// </remarks>
public readonly partial record struct DelaiLegal
{
    private DelaiLegal(int mois, int jours) => (Mois, Jours) = (mois, jours);

    /// <summary>0 to 1,200.</summary>
    public int Mois { get; }

    /// <summary>0 to 36,500.</summary>
    public int Jours { get; }

    public static DelaiLegal EnJours(int jours) => Creer(0, jours);

    public static DelaiLegal EnMois(int mois) => Creer(mois, 0);

    /// <summary>Months, then days (CPC, art. 641 al. 3).</summary>
    public static DelaiLegal EnMoisEtJours(int mois, int jours) => Creer(mois, jours);

    /// <summary>Reads <c>P30D</c>, <c>P2W</c>, <c>P3M</c> or <c>P1M10D</c>; false for anything else.</summary>
    public static bool Essayer(string? texte, out DelaiLegal delai)
    {
        var lu = Forme().Match(texte ?? "");
        var (mois, jours) = (Nombre(lu.Groups["m"]), Nombre(lu.Groups["j"]) + (7 * Nombre(lu.Groups["s"])));
        var admis = lu.Success && mois <= 1_200 && jours <= 36_500;
        delai = admis ? new DelaiLegal(mois, jours) : default;
        return admis;

        static int Nombre(Group groupe) => groupe.Success ? int.Parse(groupe.ValueSpan, CultureInfo.InvariantCulture) : 0;
    }

    /// <exception cref="FormatException">The text is not a delay.</exception>
    public static DelaiLegal Analyser(string texte) =>
        Essayer(texte, out var delai) ? delai : throw new FormatException($"'{texte}' is not a delay such as P30D, P2W, P3M or P1M10D.");

    /// <summary>The last day before any putting off.</summary>
    public LocalDate Terme(LocalDate depart) => depart.PlusMonths(Mois).PlusDays(Jours);

    /// <summary>The last day on which the act can be done, put off past days on which none is (CPC, art. 642).</summary>
    /// <param name="depart">The day of the act, decision or receipt that starts the delay.</param>
    /// <param name="calendrier">The calendar of the place where the act is to be done.</param>
    public LocalDate Echeance(LocalDate depart, CalendrierCivil calendrier) => calendrier.OuvreSuivant(Terme(depart));

    /// <summary>The last day of a délai franc: neither its first nor its last day counts; then put off in the same way.</summary>
    public LocalDate EcheanceFranche(LocalDate depart, CalendrierCivil calendrier) =>
        calendrier.OuvreSuivant(Terme(depart).PlusDays(1));

    /// <summary>The day that lies this delay before another; never put off.</summary>
    public LocalDate Avant(LocalDate terme) => terme.PlusMonths(-Mois).PlusDays(-Jours);

    /// <summary>Whether, whatever the day it starts, the delay is neither shorter than one nor longer than another.</summary>
    public bool EstEntre(DelaiLegal min, DelaiLegal max)
    {
        var (court, longue) = Etendue();
        var (minCourt, minLong) = min.Etendue();
        var (maxCourt, maxLong) = max.Etendue();
        return court >= minCourt && longue >= minLong && court <= maxCourt && longue <= maxLong;
    }

    /// <summary>The delay itself when it is not outside two others; the one that it passes otherwise.</summary>
    public DelaiLegal Entre(DelaiLegal min, DelaiLegal max)
    {
        var (court, longue) = Etendue();
        var (minCourt, minLong) = min.Etendue();
        return court < minCourt || longue < minLong ? min : EstEntre(min, max) ? this : max;
    }

    /// <summary>The ISO 8601 text, the canonical one: weeks are days.</summary>
    public override string ToString() => (Mois, Jours) switch
    {
        (0, _) => $"P{Jours}D",
        (_, 0) => $"P{Mois}M",
        _ => $"P{Mois}M{Jours}D",
    };

    private static DelaiLegal Creer(int mois, int jours)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(mois);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(mois, 1_200);
        ArgumentOutOfRangeException.ThrowIfNegative(jours);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(jours, 36_500);
        return new(mois, jours);
    }

    /// <summary>Fewest and most days it can last, over the starts of a leap cycle.</summary>
    private (int Court, int Long) Etendue()
    {
        if (Mois == 0)
        {
            return (Jours, Jours);
        }

        var (court, longue) = (int.MaxValue, 0);
        for (var mois = new LocalDate(2023, 1, 1); mois.Year < 2029; mois = mois.PlusMonths(1))
        {
            foreach (var depart in (ReadOnlySpan<LocalDate>)[mois, mois.PlusMonths(1).PlusDays(-1)])
            {
                var duree = Period.DaysBetween(depart, Terme(depart));
                (court, longue) = (Math.Min(court, duree), Math.Max(longue, duree));
            }
        }

        return (court, longue);
    }

    [GeneratedRegex(@"^P(?=[0-9])(?:(?<m>[0-9]{1,4})M)?(?:(?<s>[0-9]{1,4})W)?(?:(?<j>[0-9]{1,5})D)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Forme();
}
