using System.Collections.Frozen;
using Microsoft.Data.Sqlite;
using Temporalio.Api.Enums.V1;

namespace FranceTravail.Parcours.Engine.Attributes;

/// <summary>The search attributes of every namespace, in memory. Safe to read from any thread.</summary>
internal sealed class SearchAttributeRegistry
{
    private volatile FrozenDictionary<string, SearchAttributeTypes> namespaces = FrozenDictionary<string, SearchAttributeTypes>.Empty;

    /// <summary>Reads what is on disk: at start, and after the commit of an addition or a removal.</summary>
    public void Load(SqliteConnection connection) =>
        namespaces = SearchAttributeTable.Read(connection)
            .GroupBy(row => row.Namespace)
            .ToFrozenDictionary(group => group.Key, group => new SearchAttributeTypes(group.Key, group.ToFrozenDictionary(row => row.Name, row => row.Type)));

    public SearchAttributeTypes TypesOf(string namespaceName) =>
        namespaces.TryGetValue(namespaceName, out var types) ? types : new SearchAttributeTypes(namespaceName, FrozenDictionary<string, IndexedValueType>.Empty);
}
