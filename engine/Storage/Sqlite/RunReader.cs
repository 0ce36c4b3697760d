using System.Text.Json;
using FranceTravail.Parcours.Engine.Protocol;
using FranceTravail.Parcours.Engine.Runs;
using FranceTravail.Parcours.Engine.Visibility;
using Google.Protobuf;
using Microsoft.Data.Sqlite;
using Temporalio.Api.History.V1;

namespace FranceTravail.Parcours.Engine.Storage.Sqlite;

/// <summary>One reading connection with its prepared queries; used by one thread at a time.</summary>
internal sealed class RunReader : IDisposable
{
    private const string Columns = "SELECT id, namespace, workflow_id, run_id, start, state FROM run ";

    private readonly SqliteConnection connection;
    private readonly SqliteCommand find;
    private readonly SqliteCommand current;
    private readonly SqliteCommand items;
    private readonly SqliteCommand history;

    public RunReader(SqliteConnection connection)
    {
        this.connection = connection;
        find = Prepare(Columns + "WHERE run_id = $a", 1);
        current = Prepare(Columns + "WHERE namespace = $a AND workflow_id = $b ORDER BY id DESC LIMIT 1", 2);
        items = Prepare("SELECT kind, key, value FROM item WHERE run = $a", 1);
        history = Prepare("SELECT batch FROM history WHERE id >= (SELECT max(id) FROM history WHERE id <= $c) AND id >= $a AND id <= $b ORDER BY id LIMIT $d", 4);
    }

    public Run? Find(RunKey key) => Runs(find, key.RunId).Find(r => r.Key == key);

    public Run? Current(string @namespace, string workflowId) => Runs(current, @namespace, workflowId).FirstOrDefault();

    public IReadOnlyList<History> History(long from, long to, long firstEventId, int most, long bytes)
    {
        // The batch that holds an event is the last one that begins with it or before it.
        Bind(history, from, to, from - 1 + firstEventId, most);
        using var reader = history.ExecuteReader();
        var batches = new List<History>();
        while (reader.Read())
        {
            bytes -= reader.GetBytes(0, 0, null, 0, 0);
            if (bytes < 0 && batches.Count > 0)
            {
                break;
            }

            batches.Add(Whole("a history", () => Temporalio.Api.History.V1.History.Parser.ParseFrom(reader.GetFieldValue<byte[]>(0))));
        }

        return batches;
    }

    public (IReadOnlyList<Run> Runs, long Last) Busy(long after, int most, Action<string, ServiceException> damaged)
    {
        using var busy = Prepare(Columns + "WHERE busy = 1 AND id > $a ORDER BY id LIMIT $b", 2);
        Bind(busy, after, most);
        using var reader = busy.ExecuteReader();
        var (runs, read, last) = (new List<Run>(), 0, 0L);
        for (; reader.Read(); read++)
        {
            last = reader.GetInt64(0);
            try
            {
                runs.Add(Run(reader));
            }
            catch (ServiceException e)
            {
                damaged(reader.GetString(3), e);
            }
        }

        return (runs, read < most ? 0 : last);
    }

    public IReadOnlyList<DueRun> DueBy(DateTimeOffset moment, DueRun? after, int most)
    {
        using var due = Prepare(
            "SELECT namespace, workflow_id, run_id, id, deadline FROM run WHERE deadline <= $a AND deadline >= $b AND (deadline > $b OR id > $c) ORDER BY deadline, id LIMIT $d", 4);
        Bind(due, moment.UtcTicks, after?.At.UtcTicks ?? 0, after?.Number ?? 0, most);
        using var reader = due.ExecuteReader();
        var found = new List<DueRun>();
        while (reader.Read())
        {
            found.Add(new DueRun(new RunKey(reader.GetString(0), reader.GetString(1), reader.GetString(2)), reader.GetInt64(3), new DateTimeOffset(reader.GetInt64(4), TimeSpan.Zero)));
        }

        return found;
    }

    public DateTimeOffset? EarliestDeadline(DateTimeOffset after)
    {
        using var earliest = Prepare("SELECT min(deadline) FROM run WHERE deadline > $a", 1);
        Bind(earliest, after.UtcTicks);
        return earliest.ExecuteScalar() is long ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;
    }

    public IReadOnlyList<RunKey> ClosedBefore(string @namespace, DateTimeOffset moment, int most, int passed)
    {
        using var closed = Prepare(
            $"SELECT workflow_id, run_id FROM visibility WHERE namespace = $a AND {VisibilitySchema.Close} < $b ORDER BY {VisibilitySchema.Close}, start_time, run_id DESC LIMIT $c OFFSET $d", 4);
        Bind(closed, @namespace, UnixNanoseconds.From(moment), most, passed);
        using var reader = closed.ExecuteReader();
        var found = new List<RunKey>();
        while (reader.Read())
        {
            found.Add(new RunKey(@namespace, reader.GetString(0), reader.GetString(1)));
        }

        return found;
    }

    public void Dispose()
    {
        find.Dispose();
        current.Dispose();
        items.Dispose();
        history.Dispose();
        connection.Dispose();
    }

    private List<Run> Runs(SqliteCommand command, params object[] values)
    {
        Bind(command, values);
        using var reader = command.ExecuteReader();
        var runs = new List<Run>();
        while (reader.Read())
        {
            runs.Add(Run(reader));
        }

        return runs;
    }

    private Run Run(SqliteDataReader row) => Whole($"run {row.GetString(3)}", () => new Run(
        new RunKey(row.GetString(1), row.GetString(2), row.GetString(3)),
        row.GetInt64(0),
        HistoryEvent.Parser.ParseFrom(row.GetFieldValue<byte[]>(4)),
        StateCodec.With(StateCodec.Read(row.GetFieldValue<byte[]>(5)), Items(row.GetInt64(0)))));

    private List<ItemRow> Items(long run)
    {
        Bind(items, run);
        using var reader = items.ExecuteReader();
        var rows = new List<ItemRow>();
        while (reader.Read())
        {
            rows.Add(new ItemRow((ItemKind)reader.GetInt32(0), reader.GetValue(1), reader.GetFieldValue<byte[]>(2)));
        }

        return rows;
    }

    /// <summary>Reads what a row holds. Throws DATA_LOSS when it is damaged.</summary>
    private static T Whole<T>(string what, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is JsonException or InvalidDataException or InvalidProtocolBufferException or FormatException or NotSupportedException or InvalidCastException)
        {
            throw Errors.Damaged(what, e);
        }
    }

    private static void Bind(SqliteCommand command, params object[] values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i];
        }
    }

    private SqliteCommand Prepare(string sql, int parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < parameters; i++)
        {
            command.Parameters.Add(new SqliteParameter { ParameterName = "$" + (char)('a' + i) });
        }

        return command;
    }
}
