using System.Security.Cryptography;
using System.Text;

namespace FranceTravail.Parcours.Host.Espaces.Taches;

/// <summary>
/// The key of an act, from the key of its form and from what it says: the same posted again is the same act, a correction posted after
/// « no answer » is another one. The words of a free text take no part: they are corrected behind the same reference.
/// </summary>
internal static class CleActe
{
    /// <param name="formulaire">Key of the form.</param>
    /// <param name="tacheId">The task.</param>
    /// <param name="geste">Code of the gesture.</param>
    /// <param name="valeurs">What was typed.</param>
    /// <param name="textes">Names of the values that are free text.</param>
    public static Guid De(Guid formulaire, string tacheId, string geste, IReadOnlyDictionary<string, string> valeurs, IReadOnlyCollection<string> textes)
    {
        string[] parts =
        [
            formulaire.ToString("n"), tacheId, geste,
            .. valeurs.OrderBy(v => v.Key, StringComparer.Ordinal).SelectMany(v => new[] { v.Key, textes.Contains(v.Key) ? "" : v.Value }),
        ];
        var said = string.Concat(parts.Select(p => $"{p.Length}:{p}"));
        return new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(said)).AsSpan(0, 16));
    }
}
