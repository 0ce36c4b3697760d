using System.Collections.Frozen;
using FranceTravail.Parcours.Engine.Attributes;
using Temporalio.Api.Enums.V1;

namespace FranceTravail.Parcours.Engine.Visibility.Queries;

/// <summary>A search attribute that a query names: its type, and the column that holds it where it is not in the JSON document.</summary>
/// <param name="Name">The attribute's own name.</param>
/// <param name="Type">Its type.</param>
/// <param name="Sql">The table's column, or null.</param>
/// <param name="ValuePrefix">What stands before each value in the column, for a name that is a view of another attribute.</param>
internal sealed record QueryColumn(string Name, IndexedValueType Type, string? Sql, string ValuePrefix)
{
    private const string ScheduleId = "ScheduleId";
    private const string SchedulePrefix = "temporal-sys-scheduler:";

    private static readonly FrozenDictionary<string, string> Columns = new Dictionary<string, string>
    {
        ["WorkflowId"] = "workflow_id",
        ["RunId"] = "v.run_id",
        ["WorkflowType"] = "workflow_type",
        ["StartTime"] = "start_time",
        ["ExecutionTime"] = "execution_time",
        ["CloseTime"] = "close_time",
        ["ExecutionStatus"] = "status",
        ["TaskQueue"] = "task_queue",
        ["HistoryLength"] = "history_length",
        ["HistorySizeBytes"] = "history_size_bytes",
        ["ExecutionDuration"] = "execution_duration",
        ["StateTransitionCount"] = "state_transition_count",
        ["ParentWorkflowId"] = "parent_workflow_id",
        ["ParentRunId"] = "parent_run_id",
        ["RootWorkflowId"] = "root_workflow_id",
        ["RootRunId"] = "root_run_id",
        [PredefinedSearchAttributes.NamespaceDivision] = "division",
    }.ToFrozenDictionary();

    public bool IsExecutionStatus => Name == "ExecutionStatus";

    public bool IsExecutionDuration => Name == "ExecutionDuration";

    /// <exception cref="Refusals.Refusal">The namespace has no such attribute.</exception>
    public static QueryColumn Resolve(string name, SearchAttributeTypes types)
    {
        if (types.Resolve(name) is { } found)
        {
            return new QueryColumn(found.Name, found.Type, Columns.GetValueOrDefault(found.Name), string.Empty);
        }

        return name == ScheduleId
            ? new QueryColumn("WorkflowId", IndexedValueType.Keyword, Columns["WorkflowId"], SchedulePrefix)
            : throw QueryFailure.Invalid($"column name '{name}' is not a valid search attribute");
    }
}
