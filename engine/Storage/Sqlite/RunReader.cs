using System.Text.Json;
using FranceTravail.Parcours.Engine.Attributes;
using FranceTravail.Parcours.Engine.Refusals;
using FranceTravail.Parcours.Engine.Runs;
using FranceTravail.Parcours.Engine.Visibility;
using Google.Protobuf;
using Microsoft.Data.Sqlite;
using Temporalio.Api.History.V1;

namespace FranceTravail.Parcours.Engine.Storage.Sqlite;

/// <summary>One reading connection with its prepared queries; used by one thread at a time.</summary>
internal sealed class RunReader : IDisposable
{
    private const string Columns = "SELECT id, namespace, workflow_id, run_id, start, state, chain, items, sum FROM run ";

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
        items = Prepare("SELECT kind, key, value, sum FROM item WHERE run = $a", 1);
        history = Prepare("SELECT batch, id, before, sum FROM history WHERE id >= (SELECT max(id) FROM history WHERE id <= $c) AND id >= $a AND id <= $b ORDER BY id LIMIT $d", 4);
    }

    public Run? Find(RunKey key) => Runs(find, key.RunId).Find(r => r.Key == key);

    public Run? Current(string @namespace, string workflowId) => Runs(current, @namespace, workflowId).FirstOrDefault();

    public IReadOnlyList<History> History(long from, long to, long firstEventId, int most, long bytes)
    {
        // The batch that holds an event is the last one that begins with it or before it.
        Bind(history, from, to, from - 1 + firstEventId, most);
        using var reader = history.ExecuteReader();
        var batches = new List<History>();
        long? before = null;
        while (reader.Read())
        {
            bytes -= reader.GetBytes(0, 0, null, 0, 0);
            if (bytes < 0 && batches.Count > 0)
            {
                break;
            }

            batches.Add(Whole($"the history of run number {reader.GetInt64(1) >> 20}", () => Batch(reader, before)));
            before = reader.GetInt64(3);
        }

        return batches;
    }

    /// <summary>A part of a history that is as it was written, and follows the one that was read before it.</summary>
    private static History Batch(SqliteDataReader row, long? before)
    {
        var batch = row.GetFieldValue<byte[]>(0);
        return Checksum.OfBatch(row.GetInt64(2), row.GetInt64(1), batch) == row.GetInt64(3) && (before is null || before == row.GetInt64(2))
            ? Temporalio.Api.History.V1.History.Parser.ParseFrom(batch)
            : throw new InvalidDataException("It is not what was written.");
    }

    public (IReadOnlyList<Run> Runs, long Last) Busy(long after, int most, Action<string, Refusal> damaged)
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
            catch (Refusal e)
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

    private Run Run(SqliteDataReader row) => Whole($"run {row.GetString(3)}", () =>
    {
        var (start, state, chain, count) = (row.GetFieldValue<byte[]>(4), row.GetFieldValue<byte[]>(5), row.GetInt64(6), row.GetInt64(7));
        var items = Items(row.GetInt64(0));
        return Checksum.OfRun(row.GetString(3), row.GetString(2), start, state, chain, count) == row.GetInt64(8) && items.Count == count
            ? new Run(new RunKey(row.GetString(1), row.GetString(2), row.GetString(3)), row.GetInt64(0), HistoryEvent.Parser.ParseFrom(start), StateCodec.With(StateCodec.Read(state), items)) { Chain = chain }
            : throw new InvalidDataException("It is not what was written.");
    });

    private List<ItemRow> Items(long run)
    {
        Bind(items, run);
        using var reader = items.ExecuteReader();
        var rows = new List<ItemRow>();
        while (reader.Read())
        {
            var item = new ItemRow((ItemKind)reader.GetInt32(0), reader.GetValue(1), reader.GetFieldValue<byte[]>(2));
            rows.Add(Checksum.OfItem(run, item) == reader.GetInt64(3) ? item : throw new InvalidDataException("An item is not what was written."));
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
        catch (Exception e) when (e is JsonException or InvalidDataException or InvalidProtocolBufferException or FormatException or NotSupportedException or InvalidCastException || (e is SqliteException damage && Damage.Is(damage)))
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
