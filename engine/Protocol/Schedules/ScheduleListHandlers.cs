using FranceTravail.Parcours.Engine.Attributes;
using FranceTravail.Parcours.Engine.Protocol.Transport;
using FranceTravail.Parcours.Engine.Refusals;
using FranceTravail.Parcours.Engine.Runs;
using FranceTravail.Parcours.Engine.Runs.Schedules;
using FranceTravail.Parcours.Engine.Runs.SystemRuns;
using FranceTravail.Parcours.Engine.Visibility;
using FranceTravail.Parcours.Engine.Visibility.Queries;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Schedule.V1;
using Temporalio.Api.WorkflowService.V1;

namespace FranceTravail.Parcours.Engine.Protocol.Schedules;

/// <summary>Schedules are listed and counted: the open runs of their division.</summary>
internal sealed class ScheduleListHandlers(EngineCore core)
{
    private const string Scope = $"{PredefinedSearchAttributes.NamespaceDivision} = '{ScheduleNames.Division}' AND ExecutionStatus = 'Running'";

    public void Register(HandlerTable table) => table
        .On<ListSchedulesRequest, ListSchedulesResponse>("ListSchedules", List)
        .On<CountSchedulesRequest, CountSchedulesResponse>("CountSchedules", Count);

    private ListSchedulesResponse List(ListSchedulesRequest r)
    {
        var page = Reader(r.Namespace, r.Query).List(r.Namespace, r.Query, r.MaximumPageSize, r.NextPageToken, Scope);
        var now = core.Clock.GetUtcNow();
        return new()
        {
            Schedules = { page.Executions.Select(row => core.Cache.Find(new RunKey(r.Namespace, row.Execution.WorkflowId, row.Execution.RunId))).Where(run => run?.State.Schedule is not null).Select(run => Entry(run!, now)) },
            NextPageToken = page.NextPageToken,
        };
    }

    private CountSchedulesResponse Count(CountSchedulesRequest r)
    {
        var count = Reader(r.Namespace, r.Query).Count(r.Namespace, r.Query, Scope);
        return new()
        {
            Count = count.Total,
            Groups =
            {
                count.ByStatus.Select(g => new CountSchedulesResponse.Types.AggregationGroup
                {
                    Count = g.Count,
                    GroupValues = { SearchAttributePayload.WithType(SearchAttributePayload.OfJson(g.Status.ToString()), IndexedValueType.Keyword) },
                }),
            },
        };
    }

    /// <summary>What answers a query. A schedule is played by a run; what the run has of its own is not the schedule's, and is not asked for.</summary>
    private VisibilityReader Reader(string @namespace, string query)
    {
        core.Catalog.Require(@namespace);
        var types = core.Catalog.Attributes.TypesOf(@namespace);
        foreach (var name in QueryNames.In(query).Select(name => types.Resolve(name)?.Name ?? name))
        {
            if (SearchAttributeTypes.IsReserved(name) && name != ScheduleNames.PausedAttribute)
            {
                throw Errors.Invalid($"invalid query filter for schedules: cannot filter on \"{name}\"");
            }
        }

        return core.Visibility ?? throw Errors.Unimplemented("visibility without a database file");
    }

    private static ScheduleListEntry Entry(Run run, DateTimeOffset now) => new()
    {
        ScheduleId = ScheduleNames.ScheduleId(run.Key.WorkflowId),
        Memo = run.State.Memo ?? new Memo(),
        SearchAttributes = SystemRun.Given(run.State.SearchAttributes, ScheduleNames.PausedAttribute),
        Info = ScheduleViews.ListInfo(run, now),
    };
}
