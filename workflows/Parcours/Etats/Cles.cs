namespace FranceTravail.Parcours.Workflows.Parcours.Etats;

/// <summary>Immutable changes of the keyed parts of a state.</summary>
internal static class Cles
{
    public static IReadOnlyDictionary<string, T> Avec<T>(this IReadOnlyDictionary<string, T> parties, string cle, T valeur) =>
        new Dictionary<string, T>(parties) { [cle] = valeur };

    public static IReadOnlyDictionary<string, T> Sans<T>(this IReadOnlyDictionary<string, T> parties, string cle) =>
        parties.Sans((c, _) => c == cle);

    public static IReadOnlyDictionary<string, T> Sans<T>(this IReadOnlyDictionary<string, T> parties, Func<string, T, bool> quand) =>
        parties.Where(p => !quand(p.Key, p.Value)).ToDictionary();
}
