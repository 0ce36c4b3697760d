using System.Globalization;
using System.Text;
using Grpc.Net.Client;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace FranceTravail.Parcours.Engine.Tests.Hostile;

/// <summary>A database in a folder of its own, and the engines that run on it one after the other.</summary>
internal sealed class EngineOnDisk : IDisposable
{
    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("parcours-engine-");

    public string Path => System.IO.Path.Combine(directory.FullName, "moteur.db");

    public Task<EngineServer> StartAsync(ILoggerFactory? loggers = null) =>
        EngineServer.StartAsync(new EngineOptions { DatabasePath = Path, Address = "127.0.0.1:0" }, loggers ?? NullLoggerFactory.Instance, CancellationToken.None);

    public static GrpcChannel Connect(EngineServer server) => GrpcChannel.ForAddress("http://" + server.Address);

    /// <summary>Every row of every table, as text. The engine must have stopped: it alone owns its file.</summary>
    public string Dump()
    {
        using var connection = new SqliteConnection($"Data Source={Path};Mode=ReadOnly;Pooling=False");
        connection.Open();
        var dump = new StringBuilder();
        foreach (var table in Rows(connection, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").ToList())
        {
            dump.AppendLine(table);
            foreach (var row in Rows(connection, $"SELECT * FROM \"{table}\"").Order(StringComparer.Ordinal))
            {
                dump.AppendLine(row);
            }
        }

        return dump.ToString();
    }

    public void Dispose() => directory.Delete(recursive: true);

    private static IEnumerable<string> Rows(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            yield return string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(column => Text(reader.GetValue(column))));
        }
    }

    private static string Text(object value) => value is byte[] bytes ? Convert.ToHexString(bytes) : Convert.ToString(value, CultureInfo.InvariantCulture)!;
}
