using System.Collections.Concurrent;
using FranceTravail.Parcours.Engine.Runs.Tasks;
using FranceTravail.Parcours.Engine.Writing;
using Microsoft.Data.Sqlite;
using Temporalio.Api.TaskQueue.V1;

namespace FranceTravail.Parcours.Engine.Namespaces;

/// <summary>What owners of queues have set on them: in memory, and in the file.</summary>
internal sealed class QueueSettings
{
    private readonly ConcurrentDictionary<QueueName, TaskQueueConfig> settings = new();

    public TaskQueueConfig? Find(QueueName name) => settings.GetValueOrDefault(name);

    /// <summary>Tasks that a queue may hand out in a second; null for any number.</summary>
    public double? LimitOf(QueueName name) => Find(name)?.QueueRateLimit?.RateLimit?.RequestsPerSecond;

    public void Load(SqliteConnection connection)
    {
        using var read = connection.CreateCommand();
        read.CommandText = "SELECT namespace, kind, name, config FROM task_queue";
        using var row = read.ExecuteReader();
        while (row.Read())
        {
            settings[new QueueName(row.GetString(0), (TaskKind)row.GetInt32(1), row.GetString(2))] = TaskQueueConfig.Parser.ParseFrom(row.GetFieldValue<byte[]>(3));
        }
    }

    /// <summary>Puts the settings of a queue into a unit of work.</summary>
    public void Keep(UnitOfWork unit, QueueName name, TaskQueueConfig config)
    {
        unit.Statements.Add((connection, transaction) =>
        {
            using var write = connection.CreateCommand();
            write.Transaction = transaction;
            write.CommandText = "INSERT INTO task_queue (namespace, kind, name, config) VALUES ($namespace, $kind, $name, $config) ON CONFLICT DO UPDATE SET config = excluded.config";
            write.Parameters.AddWithValue("$namespace", name.Namespace);
            write.Parameters.AddWithValue("$kind", (int)name.Kind);
            write.Parameters.AddWithValue("$name", name.Name);
            write.Parameters.AddWithValue("$config", Google.Protobuf.MessageExtensions.ToByteArray(config));
            write.ExecuteNonQuery();
        });
        unit.AfterCommit.Add(() => settings[name] = config);
    }

    /// <summary>Forgets the settings of a namespace's queues.</summary>
    public void Forget(UnitOfWork unit, string @namespace)
    {
        unit.Statements.Add((connection, transaction) =>
        {
            using var write = connection.CreateCommand();
            write.Transaction = transaction;
            write.CommandText = "DELETE FROM task_queue WHERE namespace = $namespace";
            write.Parameters.AddWithValue("$namespace", @namespace);
            write.ExecuteNonQuery();
        });
        unit.AfterCommit.Add(() =>
        {
            foreach (var name in settings.Keys.Where(n => n.Namespace == @namespace))
            {
                settings.TryRemove(name, out _);
            }
        });
    }
}
