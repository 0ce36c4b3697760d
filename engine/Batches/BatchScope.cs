using FranceTravail.Parcours.Engine.Runs.Activities;
using Temporalio.Api.WorkflowService.V1;
using Operation = Temporalio.Api.WorkflowService.V1.StartBatchOperationRequest.OperationOneofCase;

namespace FranceTravail.Parcours.Engine.Batches;

/// <summary>Which of the runs that its query finds an operation is for.</summary>
internal static class BatchScope
{
    private const string Running = "ExecutionStatus = 'Running'";

    /// <summary>A query beside that of the request, both of which a run must match; empty for all that it finds.</summary>
    public static string Of(StartBatchOperationRequest r) => r.OperationCase switch
    {
        Operation.ResetOperation or Operation.DeletionOperation => "",
        Operation.UnpauseActivitiesOperation => $"{Running} AND {Paused(r.UnpauseActivitiesOperation.HasType, r.UnpauseActivitiesOperation.Type)}",
        _ => Running,
    };

    private static string Paused(bool hasType, string type) => hasType
        ? $"TemporalPauseInfo = '{(PauseInfo.TypePrefix + type).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal)}'"
        : "TemporalPauseInfo IS NOT NULL";
}
