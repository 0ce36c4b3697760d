using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace FranceTravail.Parcours.Workflows.Parcours;

/// <summary>
/// Holds what was sent to a journey against what its type promises, to the last record within it, which JSON does not: what cannot be null is
/// there, a required text says something, no text holds what no store keeps, an enum has that value. Of the message alone: whether it makes sense now is decided with it.
/// </summary>
internal static class Entrees
{
    private static readonly ConcurrentDictionary<Type, Membre[]> Connus = new();

    /// <summary>The path of the first member that is not as promised, without any value; null when all are.</summary>
    /// <param name="valeur">What was sent; null when it could not be read.</param>
    /// <param name="nom">What it is called.</param>
    public static string? Defaut(object? valeur, string nom) => valeur switch
    {
        null => nom,
        string texte => texte.Contains('\0') ? nom : null,
        Enum choix => Enum.IsDefined(choix.GetType(), choix) ? null : nom,
        IDictionary paires => Defaut(paires.Values, nom),
        IEnumerable suite => suite.Cast<object?>().Select(v => Defaut(v, nom)).FirstOrDefault(d => d is not null),
        _ => Connus.GetOrAdd(valeur.GetType(), Membres).Select(m => m.Defaut(valeur, nom)).FirstOrDefault(d => d is not null),
    };

    /// <summary>Those that JSON sets, of the records of the journey alone.</summary>
    private static Membre[] Membres(Type type)
    {
        if (type.Assembly != typeof(Entrees).Assembly)
        {
            return [];
        }

        var nullables = new NullabilityInfoContext();
        var requis = type.GetConstructors().SelectMany(c => c.GetParameters()).Where(p => !p.HasDefaultValue).Select(p => p.Name).ToHashSet();
        return
        [
            .. type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite).Select(p => new Membre(
                p,
                nullables.Create(p).ReadState is NullabilityState.Nullable,
                p.IsDefined(typeof(RequiredMemberAttribute)) || requis.Contains(p.Name))),
        ];
    }

    private sealed record Membre(PropertyInfo Propriete, bool Nullable, bool Requis)
    {
        public string? Defaut(object porteur, string nom)
        {
            var (valeur, chemin) = (Propriete.GetValue(porteur), $"{nom}.{Propriete.Name}");
            return valeur is null && Nullable ? null
                : valeur is string texte && Requis && !Nullable && string.IsNullOrWhiteSpace(texte) ? chemin
                : Entrees.Defaut(valeur, chemin);
        }
    }
}
