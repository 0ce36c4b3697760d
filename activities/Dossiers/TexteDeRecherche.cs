using System.Globalization;
using System.Text;

namespace FranceTravail.Parcours.Activities.Dossiers;

/// <summary>Text folded for searches: lower case, no accents, single spaces for everything that is not a letter or a digit.</summary>
public static class TexteDeRecherche
{
    /// <summary>Folds <paramref name="texte"/>: « Éloïse  N'Guyen-Œuf » gives « eloise n guyen oeuf ».</summary>
    public static string De(string texte)
    {
        var result = new StringBuilder(texte.Length);
        foreach (var c in texte.ToLowerInvariant().Replace("œ", "oe").Replace("æ", "ae").Normalize(NormalizationForm.FormD))
        {
            if (char.IsLetterOrDigit(c))
            {
                result.Append(c);
            }
            else if (char.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && result is [.., not ' '])
            {
                result.Append(' ');
            }
        }

        return result.ToString().TrimEnd();
    }
}
