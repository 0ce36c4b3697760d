using NodaTime;

namespace FranceTravail.Parcours.Workflows.Delais;

/// <summary>
/// The civil calendar of a place: its legal holidays and its time zone. A value with one meaning: two places with the same
/// holidays in different zones are two calendars.
/// </summary>
/// <remarks>
/// Holidays are those of Code du travail, art. L3133-1 (everywhere), L3134-13 (Alsace-Moselle) and L3422-2 (overseas).
/// </remarks>
public sealed class CalendrierCivil
{
    private readonly Func<int, IEnumerable<JourFerie>> locaux;

    internal CalendrierCivil(string code, string zone, Func<int, IEnumerable<JourFerie>> locaux)
    {
        Code = code;
        Zone = DateTimeZoneProviders.Tzdb[zone];
        this.locaux = locaux;
    }

    /// <summary>Stable code: <c>metropole</c>, <c>reunion</c>…</summary>
    public string Code { get; }

    public DateTimeZone Zone { get; }

    /// <summary>The holidays of a year, in order.</summary>
    public IReadOnlyList<JourFerie> Feries(int annee) =>
        [.. JoursFeries.Communs(annee).Concat(locaux(annee)).OrderBy(f => f.Date)];

    /// <summary>The holiday that falls on a day; null on any other day. Where two coincide, the national one.</summary>
    public JourFerie? Ferie(LocalDate jour) =>
        JoursFeries.Communs(jour.Year).Concat(locaux(jour.Year)).FirstOrDefault(f => f.Date == jour);

    /// <summary>« dimanche », or « jour férié (Assomption) »; null on a day on which people are received.</summary>
    public string? FermeLe(LocalDate jour) =>
        jour.DayOfWeek == IsoDayOfWeek.Sunday ? "dimanche" : Ferie(jour) is { } ferie ? $"jour férié ({ferie.Nom})" : null;

    /// <summary>Neither Saturday, Sunday nor holiday: a day on which a delay can end (CPC, art. 642).</summary>
    public bool EstOuvre(LocalDate jour) =>
        jour.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday) && Ferie(jour) is null;

    /// <summary>The day itself if it is a working day, else the next one.</summary>
    public LocalDate OuvreSuivant(LocalDate jour)
    {
        while (!EstOuvre(jour))
        {
            jour = jour.PlusDays(1);
        }

        return jour;
    }

    /// <summary>24:00 of a day in this place, the instant at which a delay that ends that day is missed.</summary>
    public Instant FinDuJour(LocalDate jour) => Zone.AtStartOfDay(jour.PlusDays(1)).ToInstant();

    /// <summary>An hour of a day in this place; the later reading where clocks skip, the earlier where they repeat.</summary>
    public Instant A(LocalDate jour, LocalTime heure) => Zone.AtLeniently(jour + heure).ToInstant();

    /// <summary>The day it is in this place.</summary>
    public LocalDate Jour(Instant instant) => instant.InZone(Zone).Date;

    public override string ToString() => Code;
}
