using Microsoft.Data.Sqlite;
using Temporalio.Api.Enums.V1;

namespace FranceTravail.Parcours.Engine.Attributes;

/// <summary>The registered search attributes on disk. Writes belong to the caller's transaction.</summary>
internal static class SearchAttributeTable
{
    public static void Add(SqliteConnection connection, SqliteTransaction? transaction, string namespaceName, string name, IndexedValueType type)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "INSERT INTO search_attribute (namespace, name, type) VALUES (@namespace, @name, @type) ON CONFLICT DO NOTHING";
        command.Parameters.AddWithValue("@namespace", namespaceName);
        command.Parameters.AddWithValue("@name", name);
        command.Parameters.AddWithValue("@type", (int)type);
        command.ExecuteNonQuery();
    }

    public static void Remove(SqliteConnection connection, SqliteTransaction? transaction, string namespaceName, string name)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "DELETE FROM search_attribute WHERE namespace = @namespace AND name = @name";
        command.Parameters.AddWithValue("@namespace", namespaceName);
        command.Parameters.AddWithValue("@name", name);
        command.ExecuteNonQuery();
    }

    public static IReadOnlyList<(string Namespace, string Name, IndexedValueType Type)> Read(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT namespace, name, type FROM search_attribute";
        using var reader = command.ExecuteReader();
        var rows = new List<(string, string, IndexedValueType)>();
        while (reader.Read())
        {
            rows.Add((reader.GetString(0), reader.GetString(1), (IndexedValueType)reader.GetInt32(2)));
        }

        return rows;
    }
}
