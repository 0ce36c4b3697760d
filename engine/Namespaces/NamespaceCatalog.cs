using System.Collections.Concurrent;
using FranceTravail.Parcours.Engine.Attributes;
using FranceTravail.Parcours.Engine.Refusals;
using FranceTravail.Parcours.Engine.Runs;
using Google.Protobuf;
using Microsoft.Data.Sqlite;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.WorkflowService.V1;

namespace FranceTravail.Parcours.Engine.Namespaces;

/// <summary>The namespaces, in memory and in the file.</summary>
internal sealed class NamespaceCatalog(SearchAttributeRegistry attributes, Func<SqliteConnection>? open) : INamespaceCatalog
{
    public const string Default = "default";

    /// <summary>Is there on every Temporal service; nobody's workflows run in it.</summary>
    public const string System = "temporal-system";

    private readonly ConcurrentDictionary<string, DescribeNamespaceResponse> byName = new(StringComparer.Ordinal);

    public SearchAttributeRegistry Attributes => attributes;

    public IEnumerable<DescribeNamespaceResponse> All => byName.Values.OrderBy(n => n.NamespaceInfo.Name, StringComparer.Ordinal);

    /// <summary>Names of those that were deleted and still hold something.</summary>
    public IEnumerable<string> Deleted => byName.Values.Where(n => n.NamespaceInfo.State == NamespaceState.Deleted).Select(n => n.NamespaceInfo.Name);

    /// <summary>How long each namespace keeps its closed runs.</summary>
    public IReadOnlyList<(string Name, TimeSpan Retention)> Retentions => [.. All.Where(n => n.NamespaceInfo.State != NamespaceState.Deleted).Select(n => (n.NamespaceInfo.Name, n.Config.WorkflowExecutionRetentionTtl.ToSpan()))];

    /// <summary>Reads the search attributes again, after they were changed.</summary>
    public void ReloadAttributes()
    {
        using var connection = Open();
        attributes.Load(connection);
    }

    public void Load()
    {
        using var connection = Open();
        attributes.Load(connection);
        using var read = connection.CreateCommand();
        read.CommandText = "SELECT description FROM namespace";
        using var reader = read.ExecuteReader();
        while (reader.Read())
        {
            Keep(DescribeNamespaceResponse.Parser.ParseFrom(reader.GetFieldValue<byte[]>(0)));
        }
    }

    /// <summary>Takes a namespace in; the file is written by <see cref="Write"/>.</summary>
    public void Keep(DescribeNamespaceResponse description) => byName[description.NamespaceInfo.Name] = description;

    public void Forget(string name) => byName.TryRemove(name, out _);

    public static void Write(SqliteConnection connection, SqliteTransaction? transaction, DescribeNamespaceResponse description)
    {
        using var write = connection.CreateCommand();
        write.Transaction = transaction;
        write.CommandText = "INSERT INTO namespace (name, id, description) VALUES ($name, $id, $description) ON CONFLICT (name) DO UPDATE SET description = excluded.description";
        write.Parameters.AddWithValue("$name", description.NamespaceInfo.Name);
        write.Parameters.AddWithValue("$id", description.NamespaceInfo.Id);
        write.Parameters.AddWithValue("$description", description.ToByteArray());
        write.ExecuteNonQuery();
    }

    public bool Exists(string name) => byName.ContainsKey(name);

    public string IdOf(string name) => byName.TryGetValue(name, out var found) ? found.NamespaceInfo.Id : "";

    public TimeSpan RetentionOf(string name) => byName.TryGetValue(name, out var found) ? found.Config.WorkflowExecutionRetentionTtl.ToSpan() : TimeSpan.Zero;

    public DescribeNamespaceResponse? Find(string name, string id) =>
        name.Length > 0 ? byName.GetValueOrDefault(name) : byName.Values.FirstOrDefault(n => n.NamespaceInfo.Id == id);

    private SqliteConnection Open() => open is null ? throw Errors.Unimplemented("search attributes without a database file") : open();

    /// <summary>Throws unless the namespace of a request exists.</summary>
    public void Require(string name)
    {
        if (name.Length == 0)
        {
            throw Errors.Invalid("Namespace is empty.");
        }

        if (!byName.TryGetValue(name, out var found) || found.NamespaceInfo.State == NamespaceState.Deleted)
        {
            throw Errors.NamespaceUnknown(name);
        }
    }

    /// <summary>Throws unless new workflows may be started in the namespace of a request.</summary>
    public void RequireRegistered(string name)
    {
        Require(name);
        if (byName[name].NamespaceInfo.State is var state and not NamespaceState.Registered)
        {
            throw Errors.NamespaceNotRegistered(name, state);
        }
    }

    public SearchAttributes? Typed(string @namespace, SearchAttributes? given)
    {
        if (given is null)
        {
            return null;
        }

        var types = attributes.TypesOf(@namespace);
        return SearchAttributeValidator.Validate(given, types) is { } fault ? throw Errors.Invalid(fault) : SearchAttributeNormalization.ForUpsert(given, types);
    }
}
