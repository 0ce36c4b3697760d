using FranceTravail.Parcours.Engine.Attributes;
using Google.Protobuf;
using Microsoft.Data.Sqlite;

namespace FranceTravail.Parcours.Engine.Visibility;

/// <summary>Writes rows on the engine's one writing connection, inside the transaction that holds the transition they belong to.</summary>
internal sealed class VisibilityWriter : IDisposable
{
    private static readonly string[] Fixed =
    [
        "namespace", "run_id", "workflow_id", "workflow_type", "task_queue", "start_time", "execution_time", "parent_workflow_id", "parent_run_id", "root_workflow_id", "root_run_id",
    ];

    // What changes in a run's life; SQLite leaves alone the indices that hold none of these.
    private static readonly string[] Changing =
    [
        "close_time", "status", "history_length", "history_size_bytes", "execution_duration", "state_transition_count", "division", "memo", "search_attributes", "attributes",
    ];

    private readonly SqliteCommand upsert;
    private readonly SqliteCommand delete;

    public VisibilityWriter(SqliteConnection connection)
    {
        upsert = connection.CreateCommand();
        string[] columns = [.. Fixed, .. Changing];
        upsert.CommandText = $"""
            INSERT INTO visibility ({string.Join(", ", columns)}) VALUES ({string.Join(", ", columns.Select(column => "@" + column))})
            ON CONFLICT (namespace, run_id) DO UPDATE SET {string.Join(", ", Changing.Select(column => $"{column} = excluded.{column}"))}
            """;
        foreach (var column in columns)
        {
            upsert.Parameters.Add(new SqliteParameter { ParameterName = "@" + column });
        }

        delete = connection.CreateCommand();
        delete.CommandText = "DELETE FROM visibility WHERE namespace = @namespace AND run_id = @run_id";
        delete.Parameters.Add(new SqliteParameter { ParameterName = "@namespace" });
        delete.Parameters.Add(new SqliteParameter { ParameterName = "@run_id" });
    }

    /// <summary>Writes the row; of one that the run has already, only what may change: times, names and parents are given at the start.</summary>
    public void Upsert(VisibilityRow row, SqliteTransaction? transaction)
    {
        upsert.Transaction = transaction;
        var closed = row.CloseTime is not null;
        Bind(
            upsert,
            row.Namespace,
            row.RunId,
            row.WorkflowId,
            row.WorkflowType,
            row.TaskQueue,
            UnixNanoseconds.From(row.StartTime),
            UnixNanoseconds.From(row.ExecutionTime),
            row.ParentWorkflowId,
            row.ParentRunId,
            row.RootWorkflowId,
            row.RootRunId,
            row.CloseTime is { } close ? UnixNanoseconds.From(close) : null,
            (int)row.Status,
            closed ? row.HistoryLength : null,
            closed ? row.HistorySizeBytes : null,
            closed && row.ExecutionDuration is { } duration ? UnixNanoseconds.From(duration) : null,
            closed ? row.StateTransitionCount : null,
            Division(row),
            row.Memo is { Fields.Count: > 0 } memo ? memo.ToByteArray() : null,
            row.SearchAttributes is { IndexedFields.Count: > 0 } attributes ? attributes.ToByteArray() : null,
            SearchAttributeDocument.Write(row.SearchAttributes));
        upsert.ExecuteNonQuery();
    }

    public void Delete(string namespaceName, string runId, SqliteTransaction? transaction)
    {
        delete.Transaction = transaction;
        Bind(delete, namespaceName, runId);
        delete.ExecuteNonQuery();
    }

    public void Dispose()
    {
        upsert.Dispose();
        delete.Dispose();
    }

    private static void Bind(SqliteCommand command, params ReadOnlySpan<object?> values)
    {
        for (var index = 0; index < values.Length; index++)
        {
            command.Parameters[index].Value = values[index] ?? DBNull.Value;
        }
    }

    private static string? Division(VisibilityRow row)
    {
        const string name = PredefinedSearchAttributes.NamespaceDivision;
        return row.SearchAttributes is { } attributes
            && attributes.IndexedFields.TryGetValue(name, out var payload)
            && SearchAttributePayload.TryDecode(payload, PredefinedSearchAttributes.Settable[name], out var value)
            ? value as string
            : null;
    }
}
