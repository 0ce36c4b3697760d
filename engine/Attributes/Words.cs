using System.Globalization;
using System.Text;

namespace FranceTravail.Parcours.Engine.Attributes;

/// <summary>Cuts a text into the words by which it is found: runs of letters and digits, without case and accents.</summary>
/// <remarks>Written with a space before and behind each, so that a phrase is found by looking for it as text.</remarks>
internal static class Words
{
    public static string Of(string text)
    {
        var words = new StringBuilder(" ");
        foreach (var character in text.Normalize(NormalizationForm.FormD))
        {
            if (char.IsLetterOrDigit(character) || char.IsSurrogate(character))
            {
                words.Append(char.ToLowerInvariant(character));
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark && words[^1] != ' ')
            {
                words.Append(' ');
            }
        }

        return words[^1] == ' ' ? words.ToString() : words.Append(' ').ToString();
    }
}
