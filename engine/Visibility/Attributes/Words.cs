using System.Globalization;
using System.Text;

namespace FranceTravail.Parcours.Engine.Visibility.Attributes;

/// <summary>Cuts a text into the words by which it is found: runs of letters and digits, without case and accents.</summary>
internal static class Words
{
    public static IReadOnlyList<string> Of(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var character in text.Normalize(NormalizationForm.FormD))
        {
            if (char.IsLetterOrDigit(character) || char.IsSurrogate(character))
            {
                word.Append(char.ToLowerInvariant(character));
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark && word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }

        if (word.Length > 0)
        {
            words.Add(word.ToString());
        }

        return words.Distinct(StringComparer.Ordinal).ToList();
    }
}
