using System.Text.RegularExpressions;
using PhoneNumbers;

namespace FranceTravail.Parcours.Host.Inscriptions;

/// <summary>
/// Reads a telephone number as people, telephones and spreadsheets write it. French numbers, overseas included, become ten digits by twos, as
/// they are dialled from anywhere in France; others keep their country's code.
/// </summary>
internal static partial class Telephones
{
    private static readonly PhoneNumberUtil Numbers = PhoneNumberUtil.GetInstance();

    /// <summary>The numbering plan of France: metropolitan, then the overseas codes that are dialled with a nought inside France.</summary>
    private static readonly int[] FrenchCodes = [33, 262, 590, 594, 596];

    /// <summary>What a number without a country's code is read in, by départements overseas.</summary>
    private static readonly Dictionary<string, string> Regions = new(StringComparer.Ordinal)
    {
        ["971"] = "GP",
        ["972"] = "MQ",
        ["973"] = "GF",
        ["974"] = "RE",
        ["975"] = "PM",
        ["976"] = "YT",
        ["977"] = "BL",
        ["978"] = "MF",
        ["986"] = "WF",
        ["987"] = "PF",
        ["988"] = "NC",
    };

    /// <summary>The number, or the first one that can be read of several; null when there is none. <paramref name="departement"/> is where the person lives.</summary>
    public static string? Lire(string text, string? departement = null) =>
        Un(text, departement) ?? Several().Split(text).Select(part => Un(part, departement)).FirstOrDefault(number => number is not null);

    private static string? Un(string text, string? departement)
    {
        // What a spreadsheet adds to keep a nought, or to make a decimal of it.
        text = Spreadsheet().Replace(text.Trim(), "$1");
        var local = departement is null ? null : Regions.GetValueOrDefault(departement);
        return new[] { local, "FR" }.OfType<string>().Select(region => Parse(text, region)).FirstOrDefault(number => number is not null);
    }

    private static string? Parse(string text, string region)
    {
        try
        {
            var number = Numbers.Parse(text, region);
            var digits = Numbers.GetNationalSignificantNumber(number);
            return FrenchCodes.Contains(number.CountryCode)
                ? digits.Length == 9 && digits[0] != '0' ? string.Join(' ', $"0{digits}".Chunk(2).Select(pair => new string(pair))) : null
                : Numbers.IsPossibleNumberWithReason(number) is PhoneNumberUtil.ValidationResult.IS_POSSIBLE ? Numbers.Format(number, PhoneNumberFormat.INTERNATIONAL)
                : null;
        }
        catch (NumberParseException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"\s*(?:[/;,|]|\bou\b|\bet\b)\s*", RegexOptions.IgnoreCase)]
    private static partial Regex Several();

    [GeneratedRegex(@"^=?[""'’]*([^""]*?)(?:[.,]0)?[""]*$")]
    private static partial Regex Spreadsheet();
}
