using System.Globalization;
using System.Text.RegularExpressions;
using FranceTravail.Parcours.Activities.Dossiers;
using NodaTime;
using NodaTime.Text;

namespace FranceTravail.Parcours.Host.Inscriptions;

/// <summary>Reads the single values of a person's fields. Each answers null when the text cannot be read.</summary>
internal static partial class Lecture
{
    public const int NomLePlusLong = 100;

    /// <summary>Months without accents, as <see cref="TexteDeRecherche"/> folds what was typed.</summary>
    private static readonly string[] Mois = ["janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre", "octobre", "novembre", "decembre"];

    private static readonly LocalDatePattern[] DatePatterns =
    [
        LocalDatePattern.Iso,
        LocalDatePattern.CreateWithInvariantCulture("dd/MM/yyyy"),
        LocalDatePattern.CreateWithInvariantCulture("d/M/yyyy"),
        LocalDatePattern.CreateWithInvariantCulture("dd-MM-yyyy"),
        LocalDatePattern.CreateWithInvariantCulture("dd.MM.yyyy"),
        LocalDatePattern.CreateWithInvariantCulture("ddMMyyyy"),
    ];

    /// <summary>The text without what surrounds it or cannot be seen, with single blanks; null when nothing is left.</summary>
    public static string? Propre(string? text) =>
        text is null || BlankRun().Replace(Invisibles.Oter(text), " ").Trim() is not { Length: > 0 } kept ? null : kept.Normalize();

    /// <summary>A date in figures, with the midnight that databases add to it, or in French words: « 2 juillet 1984 », « le lundi 1er févr. 1988 ».</summary>
    public static LocalDate? Date(string text) =>
        Midnight().Replace(text, "") is var day ? DatePatterns.Select(p => p.Parse(day)).Where(r => r.Success).Select(r => (LocalDate?)r.Value).FirstOrDefault() ?? DateEnMots(day) : null;

    /// <summary>A whole number, also as spreadsheets write one: <c>3,0</c>.</summary>
    public static int? Entier(string text) =>
        int.TryParse(Decimals().Replace(text, ""), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;

    public static bool? OuiNon(string text) => text.ToLowerInvariant() switch
    {
        "oui" or "o" or "1" or "vrai" or "true" or "on" or "x" => true,
        "non" or "n" or "0" or "faux" or "false" => false,
        _ => null,
    };

    /// <summary>A name with the hyphens and apostrophes of a keyboard, whatever a word processor made of them; its length is for the caller to judge.</summary>
    public static string? Nom(string text)
    {
        var value = Apostrophes().Replace(Dashes().Replace(text, "-"), "’");
        return Name().IsMatch(value) ? value : null;
    }

    /// <summary>The seven-digit CAF number, zeros put back on the left; null when it is none.</summary>
    public static string? ReferenceCaf(string text)
    {
        var digits = Separators().Replace(Decimals().Replace(text, ""), "").TrimStart('0');
        return digits.Length is > 0 and <= 7 && digits.All(char.IsAsciiDigit) ? digits.PadLeft(7, '0') : null;
    }

    /// <summary>Five characters of a commune's or a postal code, with the nought that spreadsheets take away; null when it is none.</summary>
    public static string? Code(string text)
    {
        var code = Separators().Replace(text, "").ToUpperInvariant();
        return code.Length == 4 && code.All(char.IsAsciiDigit) ? $"0{code}" : FiveCharacters().IsMatch(code) ? code : null;
    }

    private static LocalDate? DateEnMots(string text)
    {
        var words = DateInWords().Match(TexteDeRecherche.De(text));
        if (!words.Success || Mois.Where(m => m.StartsWith(words.Groups["mois"].Value, StringComparison.Ordinal)).ToList() is not [var name])
        {
            return null;
        }

        var month = Array.IndexOf(Mois, name) + 1;

        var (day, year) = (int.Parse(words.Groups["jour"].Value, CultureInfo.InvariantCulture), int.Parse(words.Groups["an"].Value, CultureInfo.InvariantCulture));
        return year > 0 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month) ? new LocalDate(year, month, day) : null;
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex BlankRun();

    [GeneratedRegex(@"[T ]00:00(:00(\.0+)?)?Z?$")]
    private static partial Regex Midnight();

    [GeneratedRegex(@"^(?:le )?(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) )?(?<jour>[0-9]{1,2})(?: ?er)? (?<mois>[a-z]{3,9}) ?(?<an>[0-9]{4})$")]
    private static partial Regex DateInWords();

    [GeneratedRegex(@"[.,]0+$")]
    private static partial Regex Decimals();

    [GeneratedRegex(@"^’?\p{L}[\p{L}\p{M}’\- .]*$")]
    private static partial Regex Name();

    [GeneratedRegex(@"[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]")]
    private static partial Regex Dashes();

    [GeneratedRegex(@"['\u2018\u02BC\u02B9\u00B4`\u2032\uFF07]")]
    private static partial Regex Apostrophes();

    [GeneratedRegex(@"[\s.\-()/]")]
    private static partial Regex Separators();

    [GeneratedRegex(@"^[0-9][0-9AB][0-9]{3}$")]
    private static partial Regex FiveCharacters();
}
