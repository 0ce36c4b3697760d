using FranceTravail.Parcours.Host.Composition;

namespace FranceTravail.Parcours.Host.Droit;

/// <summary>Reads <c>nom=valeur</c> as they are typed.</summary>
internal static class ValeursNommees
{
    /// <exception cref="StartupRefusal">A word without « = », a name that is not a column of the question, or one that is said twice.</exception>
    public static Dictionary<string, string> Lire(string quoi, IReadOnlyList<string> known, IEnumerable<string> words)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var word in words)
        {
            var at = word.IndexOf('=', StringComparison.Ordinal);
            var name = at > 0 ? word[..at].Trim().ToLowerInvariant() : throw new StartupRefusal($"« {word} » ne s’écrit pas nom=valeur.");
            if (!known.Contains(name))
            {
                throw new StartupRefusal($"« {name} » n’est pas une colonne de {quoi} : {string.Join(", ", known)}.");
            }

            if (!values.TryAdd(name, word[(at + 1)..]))
            {
                throw new StartupRefusal($"« {name} » est donné deux fois.");
            }
        }

        return values;
    }
}
