using System.Collections.Concurrent;
using System.Globalization;
using FranceTravail.Parcours.Engine.Refusals;
using FranceTravail.Parcours.Engine.Runs;
using FranceTravail.Parcours.Engine.Runs.Deadlines;
using FranceTravail.Parcours.Engine.Visibility;
using Google.Protobuf;
using Microsoft.Data.Sqlite;
using Temporalio.Api.History.V1;

namespace FranceTravail.Parcours.Engine.Storage.Sqlite;

/// <summary>Runs in one SQLite file. History, state and visibility of a commit are one transaction.</summary>
internal sealed class SqliteStore : IStore
{
    /// <summary>More events than one run can have.</summary>
    private const int RunShift = 20;

    /// <summary>Readers kept open for the next calls.</summary>
    private const int MostIdle = 8;

    private readonly EngineFile file;
    private readonly ConcurrentBag<RunReader> idle = [];
    private readonly VisibilityWriter visibility;
    private readonly SqliteCommand insert;
    private readonly SqliteCommand update;
    private readonly SqliteCommand setItem;
    private readonly SqliteCommand removeItem;
    private readonly SqliteCommand append;
    private readonly SqliteCommand clock;
    private readonly SqliteCommand number;

    /// <summary>Commits kept; null when a commit failed and it is not known.</summary>
    private long? commits;

    public SqliteStore(EngineFile file)
    {
        this.file = file;
        visibility = new VisibilityWriter(file.Writer);
        insert = Prepare(
            "INSERT INTO run (id, namespace, workflow_id, run_id, start, state, deadline, busy, chain, items, sum) VALUES ($id, $namespace, $workflow, $run, $start, $state, $deadline, $busy, $chain, $items, $sum)",
            "$id",
            "$namespace",
            "$workflow",
            "$run",
            "$start",
            "$state",
            "$deadline",
            "$busy",
            "$chain",
            "$items",
            "$sum");
        update = Prepare("UPDATE run SET state = $state, deadline = $deadline, busy = $busy, chain = $chain, items = $items, sum = $sum WHERE id = $id", "$id", "$state", "$deadline", "$busy", "$chain", "$items", "$sum");
        setItem = Prepare("INSERT INTO item (run, kind, key, value, sum) VALUES ($run, $kind, $key, $value, $sum) ON CONFLICT DO UPDATE SET value = excluded.value, sum = excluded.sum", "$run", "$kind", "$key", "$value", "$sum");
        removeItem = Prepare("DELETE FROM item WHERE run = $run AND kind = $kind AND key = $key", "$run", "$kind", "$key");
        append = Prepare("INSERT INTO history (id, last_event, batch, before, sum) VALUES ($id, $last, $batch, $before, $sum)", "$id", "$last", "$batch", "$before", "$sum");
        clock = Prepare("INSERT INTO meta (key, value) VALUES ('clock', $now) ON CONFLICT (key) DO UPDATE SET value = excluded.value", "$now");
        number = Prepare("INSERT INTO meta (key, value) VALUES ('commit', $number) ON CONFLICT (key) DO UPDATE SET value = excluded.value", "$number");
        using var last = file.Writer.CreateCommand();
        last.CommandText = "SELECT ifnull(max(id), 0) FROM run";
        LastRunNumber = (long)last.ExecuteScalar()!;
    }

    public long LastRunNumber { get; }

    public long Commits => (commits = file.Commits).Value;

    public string? Complaint => file.Mark.Complaint ?? file.JournalComplaint;

    public Run? Find(RunKey key) => Read(r => r.Find(key));

    public Run? Current(string @namespace, string workflowId) => Read(r => r.Current(@namespace, workflowId));

    public IReadOnlyList<History> ReadHistory(long runNumber, long firstEventId, long lastEventId, int most = int.MaxValue, long bytes = long.MaxValue) =>
        Read(r => r.History((runNumber << RunShift) + 1, (runNumber << RunShift) + Math.Min(lastEventId, (1L << RunShift) - 1), firstEventId, most, bytes));

    public (IReadOnlyList<Run> Runs, long Last) WithTasks(long after, int most, Action<string, Refusal> damaged) => Read(r => r.Busy(after, most, damaged));

    public IReadOnlyList<DueRun> DueBy(DateTimeOffset moment, DueRun? after, int most) => Read(r => r.DueBy(moment, after, most));

    public DateTimeOffset? EarliestDeadline(DateTimeOffset after) => Read(r => r.EarliestDeadline(after));

    public IReadOnlyList<RunKey> ClosedBefore(string @namespace, DateTimeOffset moment, int most, int passed = 0) => Read(r => r.ClosedBefore(@namespace, moment, most, passed));

    public void Commit(Commit commit)
    {
        try
        {
            Keep(commit);
        }
        catch (SqliteException e) when (Damage.Is(e))
        {
            throw Errors.Damaged("a page of the database file", e);
        }
    }

    private void Keep(Commit commit)
    {
        file.RequireSame();
        var next = (commits ?? file.Commits) + 1;
        commits = null;
        using var transaction = file.Writer.BeginTransaction();
        foreach (var change in commit.Changes)
        {
            Write(change, transaction);
        }

        foreach (var statement in commit.Statements)
        {
            statement(file.Writer, transaction);
        }

        Run(clock, transaction, commit.Now.UtcTicks.ToString(CultureInfo.InvariantCulture));
        Run(number, transaction, next.ToString(CultureInfo.InvariantCulture));
        transaction.Commit();
        commits = next;
        file.Mark.Write(next);
    }

    public void Dispose()
    {
        foreach (var command in (SqliteCommand[])[insert, update, setItem, removeItem, append, clock, number])
        {
            command.Dispose();
        }

        visibility.Dispose();
        while (idle.TryTake(out var reader))
        {
            reader.Dispose();
        }
    }

    private void Write(RunChange change, SqliteTransaction transaction)
    {
        var (run, key) = (change.Run, change.Run.Key);
        if (change.Deleted)
        {
            Delete(change, transaction);
            return;
        }

        foreach (var batch in change.Batches)
        {
            run = Append(run, batch, transaction);
        }

        change.Run = run;
        object deadline = Deadline.Next(run.State)?.At.UtcTicks ?? (object)DBNull.Value;
        var busy = Busy.Is(run.State) ? 1 : 0;
        var (start, state, items) = (run.StartEvent.ToByteArray(), StateCodec.Write(run.State), run.State.ItemCount);
        var sum = Checksum.OfRun(key.RunId, key.WorkflowId, start, state, run.Chain, items);
        if (change.IsNew)
        {
            Run(insert, transaction, run.Number, key.Namespace, key.WorkflowId, key.RunId, start, state, deadline, busy, run.Chain, items, sum);
        }
        else
        {
            Run(update, transaction, run.Number, state, deadline, busy, run.Chain, items, sum);
        }

        foreach (var item in StateCodec.Touched(run.State))
        {
            if (item.Value is { } value)
            {
                Run(setItem, transaction, run.Number, (int)item.Kind, item.Key, value, Checksum.OfItem(run.Number, item));
            }
            else
            {
                Run(removeItem, transaction, run.Number, (int)item.Kind, item.Key);
            }
        }

        if (change.Row is { } row)
        {
            visibility.Upsert(row, transaction);
        }
    }

    private Run Append(Run run, History batch, SqliteTransaction transaction)
    {
        var (id, bytes) = ((run.Number << RunShift) + batch.Events[0].EventId, batch.ToByteArray());
        var sum = Checksum.OfBatch(run.Chain, id, bytes);
        Run(append, transaction, id, batch.Events[^1].EventId, bytes, run.Chain, sum);
        return run with { Chain = sum };
    }

    private void Delete(RunChange change, SqliteTransaction transaction)
    {
        using var command = file.Writer.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "DELETE FROM history WHERE id > $from AND id < $to; DELETE FROM item WHERE run = $id; DELETE FROM run WHERE id = $id";
        command.Parameters.AddWithValue("$from", change.Run.Number << RunShift);
        command.Parameters.AddWithValue("$to", (change.Run.Number + 1) << RunShift);
        command.Parameters.AddWithValue("$id", change.Run.Number);
        command.ExecuteNonQuery();
        visibility.Delete(change.Run.Key.Namespace, change.Run.Key.RunId, transaction);
    }

    private T Read<T>(Func<RunReader, T> read)
    {
        if (!idle.TryTake(out var reader))
        {
            reader = new RunReader(file.OpenReader());
        }

        try
        {
            return read(reader);
        }
        catch (SqliteException e) when (Damage.Is(e))
        {
            throw Errors.Damaged("a page of the database file", e);
        }
        finally
        {
            if (idle.Count < MostIdle)
            {
                idle.Add(reader);
            }
            else
            {
                reader.Dispose();
            }
        }
    }

    private SqliteCommand Prepare(string sql, params string[] parameters)
    {
        var command = file.Writer.CreateCommand();
        command.CommandText = sql;
        foreach (var name in parameters)
        {
            command.Parameters.Add(new SqliteParameter { ParameterName = name });
        }

        return command;
    }

    private static void Run(SqliteCommand command, SqliteTransaction transaction, params ReadOnlySpan<object> values)
    {
        command.Transaction = transaction;
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i];
        }

        command.ExecuteNonQuery();
    }
}
