using FranceTravail.Parcours.Workflows.Communes;
using FranceTravail.Parcours.Workflows.Delais;
using FranceTravail.Parcours.Workflows.Redaction;
using NodaTime;
using NodaTime.Text;

namespace FranceTravail.Parcours.Workflows.Droit.Questions;

internal static class Calendriers
{
    /// <summary>The French start of a sentence: why no delay ends on its last day. A Saturday is a Saturday, holiday or not.</summary>
    public static string Ferme(CalendrierCivil calendrier, LocalDate dernier) =>
        $"Son dernier jour, le {Francais.JourEtDate(dernier)}, " + ((FinDeSemaine(dernier) ? null : calendrier.Ferie(dernier)) is { } ferie
            ? $"est férié{(Locaux(calendrier, dernier.Year).Any(f => f.Date == dernier) ? " dans cette commune" : "")} ({ferie.Nom})"
            : "n’est pas ouvré");

    /// <summary>« , le lundi 6 avril étant férié (Lundi de Pâques) » where a holiday of the week puts a delay off for longer; else nothing.</summary>
    public static string FeriesEntre(CalendrierCivil calendrier, LocalDate dernier, LocalDate echeance)
    {
        var between = Enumerable.Range(1, Math.Max(0, Period.DaysBetween(dernier, echeance) - 1)).Select(dernier.PlusDays)
            .Where(j => !FinDeSemaine(j) && calendrier.Ferie(j) is not null).ToList();
        return string.Concat(between.Select(j => $", le {Francais.JourEtDate(j)} étant férié ({calendrier.Ferie(j)!.Nom})"));
    }

    /// <summary>Which holidays count in a place in a year, a French sentence.</summary>
    public static string Feries(CalendrierCivil calendrier, int annee) => Locaux(calendrier, annee) is { Count: > 0 } locaux
        ? $"Aux jours fériés de toute la France s’y ajoutent : {Francais.Enumerer([.. locaux.Select(f => $"{f.Nom} ({Francais.Date(f.Date)} en {annee})")])}."
        : "Les jours fériés y sont ceux de toute la France.";

    private static List<JourFerie> Locaux(CalendrierCivil calendrier, int annee) =>
        [.. calendrier.Feries(annee).Where(f => JoursFeries.Communs(annee).All(c => c.Date != f.Date))];

    private static bool FinDeSemaine(LocalDate jour) => jour.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday;

    public static string Iso(LocalDate jour) => LocalDatePattern.Iso.Format(jour);

    /// <summary>Why no delay is counted in a commune, a French sentence; null where one is.</summary>
    public static string? HorsChamp(Commune commune) => CodeGeographique.DepartementDe(commune) is { EstHorsChamp: true } d
        ? $"Le Code du travail ne s’applique pas à {commune.Nom} ({d.Nom}) : son calendrier n’est pas connu ici."
        : null;
}
