using System.Globalization;
using FranceTravail.Parcours.Engine.Refusals;
using FranceTravail.Parcours.Engine.Runs;
using FranceTravail.Parcours.Engine.Runs.Deadlines;
using FranceTravail.Parcours.Engine.Storage.Sqlite.Pages;
using Microsoft.Data.Sqlite;

namespace FranceTravail.Parcours.Engine.Storage.Sqlite;

/// <summary>Reads all that a file holds, as it stands at one moment, and looks whether it fits together.</summary>
internal sealed class Verification : IDisposable
{
    private const int MostFaults = 1000;

    /// <summary>What lists show without a run behind it, and counts that are not what is listed.</summary>
    private const string Lists = """
        SELECT 'lists show run ' || run_id || ' of workflow ' || workflow_id || ', which is not there' FROM visibility WHERE NOT EXISTS (SELECT 1 FROM run WHERE run.run_id = visibility.run_id)
        UNION ALL
        SELECT 'runs of namespace ' || namespace || ' are counted as other than they are listed' FROM (
            SELECT namespace, status, count(*) AS runs FROM visibility WHERE division IS NULL GROUP BY namespace, status
            UNION ALL
            SELECT namespace, status, -runs FROM visibility_count)
        GROUP BY namespace, status HAVING sum(runs) <> 0
        """;

    private readonly SqliteConnection connection;
    private readonly RunReader reader;
    private readonly List<string> faults = [];
    private readonly List<FaultPlace> places = [];
    private long events;

    private Verification(SqliteConnection connection)
    {
        this.connection = connection;
        reader = new RunReader(connection);
    }

    /// <summary>Reads a file by a connection of its own, which the caller opened.</summary>
    public static VerificationReport Of(SqliteConnection connection, string path)
    {
        EngineFile.Execute(connection, "BEGIN");
        using var verification = new Verification(connection);
        foreach (var page in CheckedPages.Damaged(path))
        {
            verification.Add(new(FaultPart.Page, page.ToString(CultureInfo.InvariantCulture)), $"page {page.ToString(CultureInfo.InvariantCulture)} of the file is not as it was written");
        }

        return verification.All();
    }

    public void Dispose() => reader.Dispose();

    private VerificationReport All()
    {
        var runs = 0L;
        Look(new(FaultPart.File), "the file", () => Texts("PRAGMA integrity_check").Where(t => t != "ok").ToList().ForEach(fault => Add(new(FaultPart.File), $"the file: {fault}")));
        Look(new(FaultPart.File), "the list of runs", () =>
        {
            foreach (var (id, @namespace, workflow, run) in Runs())
            {
                runs++;
                Look(new(FaultPart.Run, run, workflow), $"run {run} of workflow {workflow}", () => One(reader.Find(new RunKey(@namespace, workflow, run)) ?? throw new InvalidDataException("It is not found by its name."), id));
            }
        });
        Look(new(FaultPart.Histories), "the histories", () => Texts("SELECT 'history of run number ' || (id >> 20) || ': there is no such run' FROM history WHERE NOT EXISTS (SELECT 1 FROM run WHERE run.id = history.id >> 20) GROUP BY id >> 20").ToList().ForEach(fault => Add(new(FaultPart.Histories), fault)));
        Look(new(FaultPart.Lists), "the lists", () => Texts(Lists).ToList().ForEach(fault => Add(new(FaultPart.Lists), fault)));
        return new VerificationReport(runs, events, faults, places);
    }

    /// <summary>Damage in one place keeps none of the others from being looked at.</summary>
    private void Look(FaultPlace place, string where, Action look)
    {
        try
        {
            look();
        }
        catch (Exception e) when (e is Refusal or InvalidDataException || (e is SqliteException damage && Damage.Is(damage)))
        {
            Add(place, $"{where}: {e.Message}");
        }
    }

    private void One(Run run, long id)
    {
        var (next, chain) = (1L, 0L);
        foreach (var batch in reader.History((id << 20) + 1, (id << 20) + run.State.NextEventId, 1, int.MaxValue, long.MaxValue))
        {
            foreach (var e in batch.Events)
            {
                Require(run, e.EventId == next, $"event {next} is missing in its history");
                next = e.EventId + 1;
                events++;
            }
        }

        chain = Scalar($"SELECT ifnull((SELECT sum FROM history WHERE id > {id << 20} AND id < {(id + 1) << 20} ORDER BY id DESC LIMIT 1), 0)");
        Require(run, next == run.State.NextEventId, $"its history ends with event {next - 1}, its state with {run.State.NextEventId - 1}");
        Require(run, chain == run.Chain, "its history does not end where its state says");
        var deadline = Deadline.Next(run.State)?.At.UtcTicks;
        Require(run, Scalar($"SELECT deadline IS {deadline?.ToString(CultureInfo.InvariantCulture) ?? "NULL"} FROM run WHERE id = {id}") == 1 || IsAside(run), "it is not woken when its state says");
        Require(run, Scalar($"SELECT busy FROM run WHERE id = {id}") == (Busy.Is(run.State) ? 1 : 0) || IsAside(run), "its tasks are not handed out as its state says");
        using var row = connection.CreateCommand();
        row.CommandText = "SELECT status FROM visibility WHERE namespace = $namespace AND run_id = $run";
        row.Parameters.AddWithValue("$namespace", run.Key.Namespace);
        row.Parameters.AddWithValue("$run", run.Key.RunId);
        Require(run, row.ExecuteScalar() is long status && status == (long)run.State.Status, "lists do not show it as its state says");
    }

    /// <summary>Of a deleted namespace: nothing of it is woken or handed out any more.</summary>
    private static bool IsAside(Run run) => run.Key.Namespace.Contains("-deleted-", StringComparison.Ordinal);

    private void Require(Run run, bool condition, string fault)
    {
        if (!condition)
        {
            Add(new(FaultPart.Run, run.Key.RunId, run.Key.WorkflowId), $"run {run.Key.RunId} of workflow {run.Key.WorkflowId}: {fault}");
        }
    }

    private void Add(FaultPlace place, string fault)
    {
        if (faults.Count < MostFaults)
        {
            faults.Add(fault);
            places.Add(place);
        }
    }

    private IEnumerable<(long Id, string Namespace, string Workflow, string Run)> Runs()
    {
        using var all = connection.CreateCommand();
        all.CommandText = "SELECT id, namespace, workflow_id, run_id FROM run ORDER BY id";
        using var row = all.ExecuteReader();
        while (row.Read())
        {
            yield return (row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetString(3));
        }
    }

    private IEnumerable<string> Texts(string sql)
    {
        using var read = connection.CreateCommand();
        read.CommandText = sql;
        using var row = read.ExecuteReader();
        while (row.Read())
        {
            yield return row.GetString(0);
        }
    }

    private long Scalar(string sql)
    {
        using var read = connection.CreateCommand();
        read.CommandText = sql;
        return read.ExecuteScalar() as long? ?? -1;
    }
}
