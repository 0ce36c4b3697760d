using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;

namespace FranceTravail.Parcours.Host.Inscriptions;

/// <summary>Reads the single values of a person's fields. Each answers null when the text cannot be read.</summary>
internal static partial class Lecture
{
    public const int NomLePlusLong = 100;

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

    /// <summary>A date, with the midnight that databases add to it.</summary>
    public static LocalDate? Date(string text) =>
        Midnight().Replace(text, "") is var day ? DatePatterns.Select(p => p.Parse(day)).Where(r => r.Success).Select(r => (LocalDate?)r.Value).FirstOrDefault() : null;

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

    [GeneratedRegex(@"\s+")]
    private static partial Regex BlankRun();

    [GeneratedRegex(@"[T ]00:00(:00(\.0+)?)?Z?$")]
    private static partial Regex Midnight();

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
