using System.Globalization;
using FranceTravail.Parcours.Engine.Refusals;
using FranceTravail.Parcours.Engine.Runs;
using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Filter.V1;
using Temporalio.Api.WorkflowService.V1;

namespace FranceTravail.Parcours.Engine.Protocol.Visibility;

/// <summary>The filters of the older list requests, said as a query.</summary>
internal static class OldFilters
{
    public static string Open(ListOpenWorkflowExecutionsRequest r) => Query(
        "ExecutionStatus = 'Running'", Within("StartTime", r.StartTimeFilter), Id(r.ExecutionFilter), Type(r.TypeFilter));

    public static string Closed(ListClosedWorkflowExecutionsRequest r) => Query(
        "ExecutionStatus != 'Running'", Within("CloseTime", r.StartTimeFilter), Id(r.ExecutionFilter), Type(r.TypeFilter), Status(r.StatusFilter));

    private static string Query(params string?[] conditions) => string.Join(" AND ", conditions.OfType<string>());

    private static string? Id(WorkflowExecutionFilter? filter) => filter is null
        ? null
        : Query($"WorkflowId = {Quoted(filter.WorkflowId)}", filter.RunId.Length > 0 ? $"RunId = {Quoted(filter.RunId)}" : null);

    private static string? Type(WorkflowTypeFilter? filter) => filter is null ? null : $"WorkflowType = {Quoted(filter.Name)}";

    private static string? Status(StatusFilter? filter) => filter?.Status switch
    {
        null => null,
        WorkflowExecutionStatus.Unspecified or WorkflowExecutionStatus.Running => throw Errors.Invalid("StatusFilter must be specified and must be not Running."),
        var status => $"ExecutionStatus = '{status}'",
    };

    private static string? Within(string column, StartTimeFilter? filter)
    {
        if (filter is { EarliestTime: { } from, LatestTime: { } to } && from > to)
        {
            throw Errors.Invalid("EarliestTime in StartTimeFilter should not be larger than LatestTime.");
        }

        var conditions = Query(
            filter?.EarliestTime is { } earliest ? $"{column} >= {Moment(earliest)}" : null,
            filter?.LatestTime is { } latest ? $"{column} <= {Moment(latest)}" : null);
        return conditions.Length > 0 ? conditions : null;
    }

    private static string Moment(Timestamp t) => "'" + t.ToMoment().ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture) + "'";

    private static string Quoted(string text) => $"'{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal)}'";
}
