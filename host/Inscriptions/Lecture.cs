using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;

namespace FranceTravail.Parcours.Host.Inscriptions;

/// <summary>Reads the single values of a person's fields. Each answers null when the text cannot be read.</summary>
internal static partial class Lecture
{
    private static readonly LocalDatePattern[] DatePatterns =
    [
        LocalDatePattern.Iso,
        LocalDatePattern.CreateWithInvariantCulture("dd/MM/yyyy"),
        LocalDatePattern.CreateWithInvariantCulture("d/M/yyyy"),
        LocalDatePattern.CreateWithInvariantCulture("dd-MM-yyyy"),
        LocalDatePattern.CreateWithInvariantCulture("dd.MM.yyyy"),
        LocalDatePattern.CreateWithInvariantCulture("ddMMyyyy"),
    ];

    public static string? Propre(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : BlankRun().Replace(text.Trim(), " ").Normalize();

    public static LocalDate? Date(string text) =>
        DatePatterns.Select(p => p.Parse(text)).Where(r => r.Success).Select(r => (LocalDate?)r.Value).FirstOrDefault();

    public static int? Entier(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;

    public static bool? OuiNon(string text) => text.ToLowerInvariant() switch
    {
        "oui" or "o" or "1" or "vrai" or "true" or "on" => true,
        "non" or "n" or "0" or "faux" or "false" => false,
        _ => null,
    };

    public static bool EstUnNom(string text) => text.Length <= 100 && Nom().IsMatch(text);

    public static bool EstUnCourriel(string text) => text.Length <= 254 && Courriel().IsMatch(text);

    /// <summary>Ten digits, spaced by two, from a national or a +33 / +262 number; null when it is none.</summary>
    public static string? Telephone(string text)
    {
        var digits = Separators().Replace(text, "");
        var national = digits.StartsWith("+33", StringComparison.Ordinal) ? $"0{digits[3..]}"
            : digits.StartsWith("0033", StringComparison.Ordinal) ? $"0{digits[4..]}"
            : digits.StartsWith("+262", StringComparison.Ordinal) ? $"0{digits[4..]}"
            : digits;
        return TenDigits().IsMatch(national) ? string.Join(' ', national.Chunk(2).Select(pair => new string(pair))) : null;
    }

    /// <summary>The seven-digit CAF number, zeros put back on the left; null when it is none.</summary>
    public static string? ReferenceCaf(string text)
    {
        var digits = Separators().Replace(text, "");
        return digits.Length is > 0 and <= 7 && digits.All(char.IsAsciiDigit) && digits.Any(c => c != '0') ? digits.PadLeft(7, '0') : null;
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex BlankRun();

    [GeneratedRegex(@"^\p{L}[\p{L}\p{M}'’\- .]*$")]
    private static partial Regex Nom();

    [GeneratedRegex(@"^[^@\s""<>(),;:]+@[^@\s.""<>(),;:]+(\.[^@\s.""<>(),;:]+)+$")]
    private static partial Regex Courriel();

    [GeneratedRegex(@"[\s.\-\u00a0\u202f()/]")]
    private static partial Regex Separators();

    [GeneratedRegex(@"^0[1-9]\d{8}$")]
    private static partial Regex TenDigits();
}
