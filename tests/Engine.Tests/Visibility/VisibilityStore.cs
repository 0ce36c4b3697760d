using System.Text.Json;
using FranceTravail.Parcours.Engine.Visibility;
using FranceTravail.Parcours.Engine.Attributes;
using Google.Protobuf;
using Microsoft.Data.Sqlite;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;

namespace FranceTravail.Parcours.Engine.Tests.Visibility;

/// <summary>Visibility alone, over a database in memory, with one registered attribute of each type in namespace <c>default</c>.</summary>
internal sealed class VisibilityStore : IDisposable
{
    public const string Namespace = "default";
    public static readonly DateTimeOffset Noon = new(2026, 1, 5, 12, 0, 0, TimeSpan.Zero);

    private readonly string connectionString = $"Data Source=visibility-{Guid.NewGuid():n};Mode=Memory;Cache=Shared";
    private readonly VisibilityWriter writer;

    public VisibilityStore()
    {
        Connection = Open();
        using var create = Connection.CreateCommand();
        create.CommandText = FormerVisibilitySchema.Create + VisibilitySchema.Renew;
        create.ExecuteNonQuery();
        foreach (var type in Enum.GetValues<IndexedValueType>().Where(type => type != IndexedValueType.Unspecified))
        {
            SearchAttributeTable.Add(Connection, null, Namespace, "Conf" + type, type);
        }

        Registry.Load(Connection);
        Reader = new VisibilityReader(Open, Registry);
        writer = new VisibilityWriter(Connection);
    }

    public SqliteConnection Connection { get; }

    public SearchAttributeRegistry Registry { get; } = new();

    public VisibilityReader Reader { get; }

    public SearchAttributeTypes Types => Registry.TypesOf(Namespace);

    public static VisibilityRow Row(string workflowId, SearchAttributes? attributes = null) => new()
    {
        Namespace = Namespace,
        WorkflowId = workflowId,
        RunId = "run-of-" + workflowId,
        WorkflowType = "Hand",
        TaskQueue = "q",
        StartTime = Noon,
        ExecutionTime = Noon,
        Status = WorkflowExecutionStatus.Running,
        RootWorkflowId = workflowId,
        RootRunId = "run-of-" + workflowId,
        SearchAttributes = attributes,
    };

    public static Payload Json(object? value) => new()
    {
        Data = ByteString.CopyFrom(JsonSerializer.SerializeToUtf8Bytes(value)),
        Metadata = { ["encoding"] = ByteString.CopyFromUtf8("json/plain") },
    };

    public static SearchAttributes Attributes(params ReadOnlySpan<(string Name, object? Value)> fields)
    {
        var attributes = new SearchAttributes();
        foreach (var (name, value) in fields)
        {
            attributes.IndexedFields[name] = value as Payload ?? Json(value);
        }

        return attributes;
    }

    public void Write(VisibilityRow row) => writer.Upsert(row with { SearchAttributes = SearchAttributeNormalization.ForStart(row.SearchAttributes, Types) }, null);

    public void Delete(string workflowId) => writer.Delete(Namespace, "run-of-" + workflowId, null);

    /// <summary>The workflow ids that a query finds, in alphabetical order.</summary>
    public string Find(string query) =>
        string.Join(' ', Reader.List(Namespace, query, 0, ByteString.Empty).Executions.Select(run => run.Execution.WorkflowId).Order(StringComparer.Ordinal));

    public void Dispose()
    {
        writer.Dispose();
        Reader.Dispose();
        Connection.Dispose();
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(connectionString);
        connection.Open();
        return connection;
    }
}
