using System.Globalization;
using System.Text;

namespace FranceTravail.Parcours.Host.Inscriptions;

/// <summary>Takes away what nobody sees and nobody typed: it came with a copy, and would make two equal values differ.</summary>
internal static class Invisibles
{
    /// <summary>Drawn as nothing although they are no format characters: joiners, fillers, a blank pattern of braille.</summary>
    private static readonly HashSet<int> Fillers = [0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0];

    /// <summary>One line: no invisible character, and no control but as a blank.</summary>
    public static string Oter(string text) => Filter(text, line: true);

    /// <summary>A text of several lines, which keeps these, and what joins the parts of an emoji.</summary>
    public static string OterDuTexte(string text) => Filter(text, line: false);

    private static string Filter(string text, bool line)
    {
        var kept = new StringBuilder(text.Length);
        Span<char> units = stackalloc char[2];
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '\n' or '\r' or '\t')
            {
                kept.Append(line ? ' ' : (char)rune.Value);
            }
            else if (!IsInvisible(rune) || (!line && rune.Value is 0x200D or (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0020 and <= 0xE007F)))
            {
                kept.Append(units[..rune.EncodeToUtf16(units)]);
            }
        }

        return kept.ToString();
    }

    private static bool IsInvisible(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        || rune == Rune.ReplacementChar || Fillers.Contains(rune.Value) || rune.Value is (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF);
}
