using FranceTravail.Parcours.Engine.Writing;
using Microsoft.Data.Sqlite;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.WorkflowService.V1;

namespace FranceTravail.Parcours.Engine.Namespaces;

/// <summary>A namespace is deleted: its name is free at once, what it held is set aside under another and goes bit by bit.</summary>
internal static class NamespaceDeletion
{
    /// <summary>The namespace as it is set aside.</summary>
    public static DescribeNamespaceResponse SetAside(DescribeNamespaceResponse description)
    {
        var aside = description.Clone();
        aside.NamespaceInfo.Name = $"{description.NamespaceInfo.Name}-deleted-{description.NamespaceInfo.Id[..5]}";
        aside.NamespaceInfo.State = NamespaceState.Deleted;
        return aside;
    }

    /// <summary>Gives all rows of a namespace its new name. Nothing of it is due any more, and none of its tasks is handed out again.</summary>
    public static void Rename(UnitOfWork unit, string before, DescribeNamespaceResponse aside) => unit.Statements.Add((connection, transaction) =>
    {
        Execute(
            connection,
            transaction,
            """
            DELETE FROM namespace WHERE name = $before;
            UPDATE run SET namespace = $after, deadline = NULL, busy = 0 WHERE namespace = $before;
            UPDATE visibility SET namespace = $after WHERE namespace = $before;
            DELETE FROM search_attribute WHERE namespace = $before;
            """,
            ("$before", before),
            ("$after", aside.NamespaceInfo.Name));
        NamespaceCatalog.Write(connection, transaction, aside);
    });

    /// <summary>Deletes some runs of a namespace that was set aside; the namespace itself once none is left.</summary>
    /// <returns>Whether it is gone.</returns>
    public static bool DeleteSome(SqliteConnection connection, SqliteTransaction transaction, string aside, int most)
    {
        const string some = "SELECT id FROM run WHERE namespace = $name ORDER BY workflow_id LIMIT $most";
        var deleted = Execute(
            connection,
            transaction,
            $"DELETE FROM history WHERE EXISTS (SELECT 1 FROM ({some}) r WHERE history.id >> 20 = r.id) AND id >= (SELECT min(id) FROM ({some})) << 20 AND id < ((SELECT max(id) FROM ({some})) + 1) << 20",
            ("$name", aside),
            ("$most", most));
        deleted += Execute(
            connection,
            transaction,
            $"DELETE FROM item WHERE run IN ({some}); DELETE FROM visibility WHERE namespace = $name AND run_id IN (SELECT run_id FROM run WHERE id IN ({some})); DELETE FROM run WHERE id IN ({some})",
            ("$name", aside),
            ("$most", most));
        if (deleted > 0)
        {
            return false;
        }

        Execute(connection, transaction, "DELETE FROM namespace WHERE name = $name", ("$name", aside));
        return true;
    }

    private static int Execute(SqliteConnection connection, SqliteTransaction transaction, string sql, params ReadOnlySpan<(string Name, object Value)> values)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        foreach (var (name, value) in values)
        {
            command.Parameters.AddWithValue(name, value);
        }

        return command.ExecuteNonQuery();
    }
}
