using System.Security.Cryptography;
using System.Text;

namespace FranceTravail.Parcours.Host.Espaces.Taches;

/// <summary>
/// The key of an act, from the key of its form and from what it says: the same posted again is the same act, a correction posted after
/// « no answer » is another one. Free text takes no part: its reference is the same, and the text behind it is replaced.
/// </summary>
internal static class CleActe
{
    public static string De(Guid formulaire, string tacheId, string geste, IReadOnlyDictionary<string, string> valeurs)
    {
        string[] parts = [formulaire.ToString("n"), tacheId, geste, .. valeurs.OrderBy(v => v.Key, StringComparer.Ordinal).SelectMany(v => new[] { v.Key, v.Value })];
        var said = string.Concat(parts.Select(p => $"{p.Length}:{p}"));
        return new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(said)).AsSpan(0, 16)).ToString();
    }
}
