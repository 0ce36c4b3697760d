using System.Collections.Concurrent;
using FranceTravail.Parcours.Engine.Writing;
using Google.Protobuf;
using Microsoft.Data.Sqlite;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.WorkflowService.V1;

namespace FranceTravail.Parcours.Engine.Batches;

/// <summary>The batch jobs, in memory and in the file; the runs that they act on are in the file alone.</summary>
internal sealed class BatchCatalog(Func<SqliteConnection> open)
{
    private readonly ConcurrentDictionary<(string Namespace, string JobId), BatchJob> jobs = new();

    public IEnumerable<BatchJob> All => jobs.Values;

    public BatchJob? Find(string @namespace, string jobId) => jobs.GetValueOrDefault((@namespace, jobId));

    public void Load()
    {
        using var connection = open();
        using var read = connection.CreateCommand();
        read.CommandText = "SELECT request, run_id, start_time, close_time, state, total, completed, failed, request_id FROM batch";
        using var row = read.ExecuteReader();
        while (row.Read())
        {
            var job = new BatchJob
            {
                Request = StartBatchOperationRequest.Parser.ParseFrom(row.GetFieldValue<byte[]>(0)),
                RunId = row.GetString(1),
                StartTime = new DateTimeOffset(row.GetInt64(2), TimeSpan.Zero),
                CloseTime = row.IsDBNull(3) ? null : new DateTimeOffset(row.GetInt64(3), TimeSpan.Zero),
                State = (BatchOperationState)row.GetInt32(4),
                Total = row.GetInt64(5),
                Completed = row.GetInt64(6),
                Failed = row.GetInt64(7),
                RequestId = row.GetString(8),
            };
            jobs[(job.Namespace, job.JobId)] = job;
        }
    }

    /// <summary>Puts a new job, and the runs it is for, into a unit of work.</summary>
    public void Add(UnitOfWork unit, BatchJob job, IReadOnlyList<WorkflowExecution> targets)
    {
        Keep(unit, job);
        unit.Statements.Add((connection, transaction) =>
        {
            using var write = connection.CreateCommand();
            write.Transaction = transaction;
            write.CommandText = "INSERT INTO batch_target (run_id, position, workflow_id, target_run_id) VALUES ($job, $position, $workflow, $run)";
            write.Parameters.AddWithValue("$job", job.RunId);
            var (position, workflow, run) = (write.Parameters.Add("$position", SqliteType.Integer), write.Parameters.Add("$workflow", SqliteType.Text), write.Parameters.Add("$run", SqliteType.Text));
            for (var i = 0; i < targets.Count; i++)
            {
                (position.Value, workflow.Value, run.Value) = (i, targets[i].WorkflowId, targets[i].RunId);
                write.ExecuteNonQuery();
            }
        });
    }

    /// <summary>Puts what became of a job into a unit of work. An end is final, and the runs are forgotten then.</summary>
    public void Keep(UnitOfWork unit, BatchJob job)
    {
        unit.Statements.Add((connection, transaction) =>
        {
            using var write = connection.CreateCommand();
            write.Transaction = transaction;
            write.CommandText = """
                INSERT INTO batch (run_id, request_id, request, start_time, close_time, state, total, completed, failed) VALUES ($id, $asked, $request, $start, $close, $state, $total, $completed, $failed)
                ON CONFLICT (run_id) DO UPDATE SET close_time = excluded.close_time, state = excluded.state, completed = excluded.completed, failed = excluded.failed
                WHERE close_time IS NULL;
                """ + (job.CloseTime is null ? "" : "DELETE FROM batch_target WHERE run_id = $id;");
            write.Parameters.AddWithValue("$id", job.RunId);
            write.Parameters.AddWithValue("$asked", job.RequestId);
            write.Parameters.AddWithValue("$request", job.Request.ToByteArray());
            write.Parameters.AddWithValue("$start", job.StartTime.UtcTicks);
            write.Parameters.AddWithValue("$close", job.CloseTime?.UtcTicks ?? (object)DBNull.Value);
            write.Parameters.AddWithValue("$state", (int)job.State);
            write.Parameters.AddWithValue("$total", job.Total);
            write.Parameters.AddWithValue("$completed", job.Completed);
            write.Parameters.AddWithValue("$failed", job.Failed);
            write.ExecuteNonQuery();
        });
        unit.AfterCommit.Add(() => jobs.AddOrUpdate((job.Namespace, job.JobId), job, (_, old) => old.CloseTime is null ? job : old));
    }

    /// <summary>Forgets a job.</summary>
    public bool Remove(UnitOfWork unit, BatchJob job)
    {
        unit.Statements.Add((connection, transaction) =>
        {
            using var write = connection.CreateCommand();
            write.Transaction = transaction;
            write.CommandText = "DELETE FROM batch WHERE run_id = $id";
            write.Parameters.AddWithValue("$id", job.RunId);
            write.ExecuteNonQuery();
        });
        unit.AfterCommit.Add(() => jobs.TryRemove((job.Namespace, job.JobId), out _));
        return true;
    }

    /// <summary>The next runs of a job, from a position on.</summary>
    public IReadOnlyList<WorkflowExecution> Targets(BatchJob job, int most)
    {
        using var connection = open();
        using var read = connection.CreateCommand();
        read.CommandText = "SELECT workflow_id, target_run_id FROM batch_target WHERE run_id = $job AND position >= $from ORDER BY position LIMIT $most";
        read.Parameters.AddWithValue("$job", job.RunId);
        read.Parameters.AddWithValue("$from", job.Done);
        read.Parameters.AddWithValue("$most", most);
        using var row = read.ExecuteReader();
        var targets = new List<WorkflowExecution>();
        while (row.Read())
        {
            targets.Add(new WorkflowExecution { WorkflowId = row.GetString(0), RunId = row.GetString(1) });
        }

        return targets;
    }
}
