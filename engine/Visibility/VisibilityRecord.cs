using FranceTravail.Parcours.Engine.Attributes;
using Google.Protobuf.WellKnownTypes;
using Microsoft.Data.Sqlite;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Workflow.V1;

namespace FranceTravail.Parcours.Engine.Visibility;

/// <summary>Reads one row of the table as the message that lists answer.</summary>
internal static class VisibilityRecord
{
    public const int StartTimeOrdinal = 4;

    public const string Columns =
        "workflow_id, v.run_id, workflow_type, task_queue, start_time, execution_time, close_time, status, history_length, history_size_bytes, "
        + "execution_duration, state_transition_count, parent_workflow_id, parent_run_id, root_workflow_id, root_run_id, memo, search_attributes";

    public static WorkflowExecutionInfo Read(SqliteDataReader row) => new()
    {
        Execution = new WorkflowExecution { WorkflowId = row.GetString(0), RunId = row.GetString(1) },
        Type = new WorkflowType { Name = row.GetString(2) },
        TaskQueue = row.GetString(3),
        StartTime = Moment(row.GetInt64(StartTimeOrdinal)),
        ExecutionTime = Moment(row.GetInt64(5)),
        CloseTime = row.IsDBNull(6) ? null : Moment(row.GetInt64(6)),
        Status = (WorkflowExecutionStatus)row.GetInt32(7),
        HistoryLength = Number(row, 8),
        HistorySizeBytes = Number(row, 9),
        ExecutionDuration = row.IsDBNull(10) ? null : UnixNanoseconds.ToDuration(row.GetInt64(10)).ToDuration(),
        StateTransitionCount = Number(row, 11),
        ParentExecution = row.IsDBNull(12) ? null : new WorkflowExecution { WorkflowId = row.GetString(12), RunId = row.IsDBNull(13) ? string.Empty : row.GetString(13) },
        RootExecution = new WorkflowExecution { WorkflowId = row.GetString(14), RunId = row.GetString(15) },
        Memo = row.IsDBNull(16) ? new Memo() : Memo.Parser.ParseFrom(row.GetFieldValue<byte[]>(16)),
        SearchAttributes = row.IsDBNull(17) ? null : SearchAttributes.Parser.ParseFrom(row.GetFieldValue<byte[]>(17)),
    };

    private static Timestamp Moment(long nanoseconds) => UnixNanoseconds.ToMoment(nanoseconds).ToTimestamp();

    private static long Number(SqliteDataReader row, int ordinal) => row.IsDBNull(ordinal) ? 0 : row.GetInt64(ordinal);
}
