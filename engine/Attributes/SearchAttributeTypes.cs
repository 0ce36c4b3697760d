using System.Collections.Frozen;
using Temporalio.Api.Enums.V1;

namespace FranceTravail.Parcours.Engine.Attributes;

/// <summary>The search attributes of one namespace and their types. Immutable: <see cref="SearchAttributeRegistry"/> swaps it as a whole.</summary>
internal sealed class SearchAttributeTypes(string namespaceName, FrozenDictionary<string, IndexedValueType> custom)
{
    private const string TemporalPrefix = "Temporal";

    /// <summary>Gets the name of the namespace.</summary>
    public string Namespace { get; } = namespaceName;

    /// <summary>Gets those that were registered for this namespace.</summary>
    public FrozenDictionary<string, IndexedValueType> Custom { get; } = custom;

    /// <summary>Gets those that cannot be registered or removed, as ListSearchAttributes shows them.</summary>
    public static IEnumerable<KeyValuePair<string, IndexedValueType>> Reserved => PredefinedSearchAttributes.System.Concat(PredefinedSearchAttributes.Settable);

    public static bool IsReserved(string name) => PredefinedSearchAttributes.System.ContainsKey(name) || PredefinedSearchAttributes.Settable.ContainsKey(name);

    /// <summary>The type of an attribute that a caller may set, or null.</summary>
    public IndexedValueType? Settable(string name) =>
        Custom.TryGetValue(name, out var type) || PredefinedSearchAttributes.Settable.TryGetValue(name, out type) ? type : null;

    /// <summary>The name and type of what a query calls <paramref name="name"/>: as registered, else as predefined, else with or without the prefix.</summary>
    public (string Name, IndexedValueType Type)? Resolve(string name)
    {
        var other = name.StartsWith(TemporalPrefix, StringComparison.Ordinal) ? name[TemporalPrefix.Length..] : TemporalPrefix + name;
        foreach (var candidate in (string[])[name, other])
        {
            if (Custom.TryGetValue(candidate, out var type)
                || PredefinedSearchAttributes.System.TryGetValue(candidate, out type)
                || PredefinedSearchAttributes.Settable.TryGetValue(candidate, out type))
            {
                return (candidate, type);
            }
        }

        return null;
    }
}
