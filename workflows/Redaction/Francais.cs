using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace FranceTravail.Parcours.Workflows.Redaction;

/// <summary>French as people write it, without any culture data of the machine: the same sentence on every worker and every replay.</summary>
public static partial class Francais
{
    /// <summary>The space at which a line does not break: inside dates, hours and numbers with their unit, and before « : ».</summary>
    public const char Insecable = '\u00a0';

    private static readonly string[] Mois =
    [
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre",
    ];

    private static readonly string[] MoisCourts =
    [
        "janv.", "févr.", "mars", "avr.", "mai", "juin", "juill.", "août", "sept.", "oct.", "nov.", "déc.",
    ];

    private static readonly string[] Jours = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];

    private static readonly string[] JoursCourts = ["lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim."];

    private static readonly NumberFormatInfo Milliers = new() { NumberGroupSeparator = "\u00a0", NumberDecimalDigits = 0 };

    private static readonly string[] Nombres =
    [
        "zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize", "quatorze", "quinze", "seize",
    ];

    private static readonly string[] Dizaines = ["", "dix", "vingt", "trente", "quarante", "cinquante", "soixante"];

    /// <summary>Puts the no-break spaces that French typography asks for: before : ; ? ! and », after «, inside hours and numbers with a unit.</summary>
    public static string Composer(string phrase)
    {
        phrase = AvantDouble().Replace(phrase, "\u00a0$1");
        phrase = phrase.Replace("« ", "«\u00a0", StringComparison.Ordinal);
        phrase = DansHeure().Replace(phrase, "$1\u00a0h\u00a0$2");
        return DevantUnite().Replace(phrase, "$1\u00a0$2");
    }

    /// <summary>« 22 octobre », « 1er mai ».</summary>
    public static string Date(LocalDate jour) => $"{Quantieme(jour.Day)}{Insecable}{Mois[jour.Month - 1]}";

    /// <summary>« 22 octobre », with its year when it is not <paramref name="annee"/>.</summary>
    public static string Date(LocalDate jour, int annee) => jour.Year == annee ? Date(jour) : DateComplete(jour);

    /// <summary>« 22 octobre 2026 », where the year must be said.</summary>
    public static string DateComplete(LocalDate jour) => $"{Date(jour)} {jour.Year}";

    /// <summary>« mardi 24 novembre 2026 ».</summary>
    public static string DateLongue(LocalDate jour) => $"{JourEtDate(jour)} {jour.Year}";

    /// <summary>« 22 oct. », for narrow places.</summary>
    public static string DateCourte(LocalDate jour) => $"{Quantieme(jour.Day)}{Insecable}{MoisCourts[jour.Month - 1]}";

    /// <summary>« 22 oct. », with its year when it is not <paramref name="annee"/>.</summary>
    public static string DateCourte(LocalDate jour, int annee) => DateCourte(jour) + (jour.Year == annee ? "" : $"{Insecable}{jour.Year}");

    /// <summary>« jeu. 26 nov. », for narrow places.</summary>
    public static string JourEtDateCourts(LocalDate jour) => $"{JoursCourts[(int)jour.DayOfWeek - 1]}{Insecable}{DateCourte(jour)}";

    /// <summary>« 24/11/2026 ».</summary>
    public static string EnChiffres(LocalDate jour) => jour.ToString("dd/MM/uuuu", CultureInfo.InvariantCulture);

    /// <summary>« jeudi 26 novembre ».</summary>
    public static string JourEtDate(LocalDate jour) => $"{Jours[(int)jour.DayOfWeek - 1]} {Date(jour)}";

    /// <summary>« jeudi 26 novembre à 14 h 00 ».</summary>
    public static string JourEtHeure(LocalDateTime moment) => $"{JourEtDate(moment.Date)} à {Heure(moment.TimeOfDay)}";

    /// <summary>« 9 h 30 ».</summary>
    public static string Heure(LocalTime heure) => $"{heure.Hour}{Insecable}h{Insecable}{heure.Minute:00}";

    /// <summary>A number of hours: « 15 h », « 7 h 30 ».</summary>
    public static string Heures(decimal heures)
    {
        var minutes = (int)decimal.Round(heures * 60m);
        return minutes % 60 == 0 ? $"{minutes / 60}{Insecable}h" : $"{minutes / 60}{Insecable}h{Insecable}{minutes % 60:00}";
    }

    /// <summary>« 45 minutes », « 1 h 30 ».</summary>
    public static string Minutes(Duration duree) =>
        duree < Duration.FromHours(1) ? $"{(int)duree.TotalMinutes}{Insecable}minutes" : Heures((decimal)duree.TotalHours);

    /// <summary>« 12 480 ».</summary>
    public static string Nombre(long nombre) => nombre.ToString("N0", Milliers);

    /// <summary>« 1 personne », « 58 personnes », « 12 480 parcours »: in French the plural begins at two.</summary>
    public static string Compte(long nombre, string singulier, string pluriel) => $"{Nombre(nombre)}{Insecable}{(Math.Abs(nombre) < 2 ? singulier : pluriel)}";

    /// <summary>The text with a capital.</summary>
    public static string Majuscule(string texte) => texte.Length == 0 ? texte : char.ToUpperInvariant(texte[0]) + texte[1..];

    /// <summary>The text as it stands in a sentence: without its capital, but for a name in capitals.</summary>
    public static string Minuscule(string texte) => texte is [var premiere, ..] && !(texte.Length > 1 && char.IsUpper(texte[1])) ? char.ToLowerInvariant(premiere) + texte[1..] : texte;

    /// <summary>« un mois », « trente jours » in figures beyond twelve: « 30 jours », « 1 mois et 10 jours ».</summary>
    public static string Duree(Delais.DelaiLegal delai) => Duree(delai, EnLettres);

    /// <summary>« trente jours », « un mois et dix jours »: as a letter of an authority writes it.</summary>
    public static string DureeEnToutesLettres(Delais.DelaiLegal delai) => Duree(delai, EnToutesLettres);

    /// <summary>« dans le mois », « dans les deux mois », « dans les trente jours ».</summary>
    public static string Dans(Delais.DelaiLegal delai) => delai is { Mois: 1, Jours: 0 } ? "dans le mois" : $"dans les {DureeEnToutesLettres(delai)}";

    /// <summary>« six semaines », where a delay in days is whole weeks; in days otherwise.</summary>
    public static string DureeEnSemaines(Delais.DelaiLegal delai) => (delai.Mois, Jours: Math.DivRem(delai.Jours, 7)) switch
    {
        (0, (var semaines and > 0, 0)) => $"{EnLettresFeminin(semaines)} semaine{(semaines > 1 ? "s" : "")}",
        _ => Duree(delai),
    };

    /// <summary>« deux », « 30 ».</summary>
    public static string EnLettres(int nombre) =>
        nombre is >= 0 and <= 12 ? Nombres[nombre] : nombre.ToString(CultureInfo.InvariantCulture);

    /// <summary>« trente-deux »; in figures from seventy.</summary>
    public static string EnToutesLettres(int nombre) => nombre switch
    {
        < 0 or >= 70 => nombre.ToString(CultureInfo.InvariantCulture),
        _ when nombre < Nombres.Length => Nombres[nombre],
        _ => Dizaines[nombre / 10] + (nombre % 10) switch
        {
            0 => "",
            1 => " et un",
            var unites => $"-{Nombres[unites]}",
        },
    };

    /// <summary>« dans le mois qui suit », « dans les trente jours qui suivent ».</summary>
    public static string DansCeQuiSuit(Delais.DelaiLegal delai) => $"{Dans(delai)} {(delai is { Mois: 1, Jours: 0 } ? "qui suit" : "qui suivent")}";

    /// <summary>« une action », « deux actions ».</summary>
    public static string EnLettresFeminin(int nombre) => nombre == 1 ? "une" : EnLettres(nombre);

    /// <summary>« 1 h 30 déclarée », « 2 h déclarées »: in French the plural begins at two.</summary>
    public static string Accorder(string participe, decimal quantite) => Math.Abs(quantite) < 2 ? participe : $"{participe}s";

    /// <summary>« 14e » as « 14ᵉ », « 1er » as « 1ᵉʳ ».</summary>
    public static string Ordinal(int rang) => rang == 1 ? "1ᵉʳ" : $"{rang}ᵉ";

    /// <summary>« mobilité, logement et santé »; « aucun » when there is none.</summary>
    public static string Enumerer(IReadOnlyList<string> elements, string aucun = "aucun") => elements switch
    {
        [] => aucun,
        [var seul] => seul,
        _ => $"{string.Join(", ", elements.Take(elements.Count - 1))} et {elements[^1]}",
    };

    private static string Duree(Delais.DelaiLegal delai, Func<int, string> dire) => (delai.Mois, delai.Jours) switch
    {
        (0, var j) => $"{dire(j)} jour{(j > 1 ? "s" : "")}",
        (var m, 0) => $"{dire(m)} mois",
        var (m, j) => $"{dire(m)} mois et {dire(j)} jour{(j > 1 ? "s" : "")}",
    };

    private static string Quantieme(int jour) => jour == 1 ? "1ᵉʳ" : jour.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(" ([:;?!»])", RegexOptions.CultureInvariant)]
    private static partial Regex AvantDouble();

    [GeneratedRegex(@"(\d) h (\d\d)\b", RegexOptions.CultureInvariant)]
    private static partial Regex DansHeure();

    [GeneratedRegex(@"(\d|ᵉ|ᵉʳ) ((?:h|minutes|jours?|mois|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)\b|(?:janv|févr|avr|juill|sept|oct|nov|déc)\.)", RegexOptions.CultureInvariant)]
    private static partial Regex DevantUnite();
}
