using System.Text.RegularExpressions;

namespace FranceTravail.Parcours.Host.Inscriptions;

/// <summary>Reads an electronic address; one that no server could take is none.</summary>
internal static partial class Courriels
{
    /// <summary>Of the whole address, and of what stands before the @ (RFC 5321).</summary>
    private const int Longest = 254;
    private const int LongestLocal = 64;

    public static string? Lire(string text)
    {
        text = Copied().Match(text) is { Success: true } match ? match.Groups[1].Value : text;
        return text.Length <= Longest && text.IndexOf('@', StringComparison.Ordinal) <= LongestLocal && Address().IsMatch(text) ? text : null;
    }

    /// <summary>As mail programs copy it: <c>Ana Nowak &lt;ana@exemple.fr&gt;</c>, <c>mailto:ana@exemple.fr</c>.</summary>
    [GeneratedRegex(@"^(?:[^<>@]*<|mailto:)([^<>]+)>?$", RegexOptions.IgnoreCase)]
    private static partial Regex Copied();

    /// <summary>Words joined by single dots; then labels that neither begin nor end with a hyphen, the last of letters, or of a foreign script's code.</summary>
    [GeneratedRegex(@"^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+(\.[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+)*@([\p{L}\p{N}]([\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+(\p{L}{2,63}|xn--[a-z0-9-]{2,59})$", RegexOptions.IgnoreCase)]
    private static partial Regex Address();
}
