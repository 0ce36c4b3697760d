using FranceTravail.Parcours.Engine.Protocol.Transport;
using FranceTravail.Parcours.Engine.Refusals;
using FranceTravail.Parcours.Engine.Visibility;
using Google.Protobuf;
using Temporalio.Api.Common.V1;
using Temporalio.Api.WorkflowService.V1;

namespace FranceTravail.Parcours.Engine.Protocol.Visibility;

/// <summary>Workflows are listed and counted.</summary>
internal sealed class VisibilityHandlers(EngineCore core)
{
    public void Register(HandlerTable table) => table
        .On<ListWorkflowExecutionsRequest, ListWorkflowExecutionsResponse>("ListWorkflowExecutions", r =>
        {
            var page = List(r.Namespace, r.Query, r.PageSize, r.NextPageToken);
            return new() { Executions = { page.Executions }, NextPageToken = page.NextPageToken };
        })
        .On<ScanWorkflowExecutionsRequest, ScanWorkflowExecutionsResponse>("ScanWorkflowExecutions", r =>
        {
            var page = List(r.Namespace, r.Query, r.PageSize, r.NextPageToken);
            return new() { Executions = { page.Executions }, NextPageToken = page.NextPageToken };
        })
        .On<ListOpenWorkflowExecutionsRequest, ListOpenWorkflowExecutionsResponse>("ListOpenWorkflowExecutions", r =>
        {
            var page = List(r.Namespace, OldFilters.Open(r), r.MaximumPageSize, r.NextPageToken);
            return new() { Executions = { page.Executions }, NextPageToken = page.NextPageToken };
        })
        .On<ListClosedWorkflowExecutionsRequest, ListClosedWorkflowExecutionsResponse>("ListClosedWorkflowExecutions", r =>
        {
            var page = List(r.Namespace, OldFilters.Closed(r), r.MaximumPageSize, r.NextPageToken);
            return new() { Executions = { page.Executions }, NextPageToken = page.NextPageToken };
        })
        .On<CountWorkflowExecutionsRequest, CountWorkflowExecutionsResponse>("CountWorkflowExecutions", Count);

    private VisibilityReader Reader(string @namespace)
    {
        core.Catalog.Require(@namespace);
        return core.Visibility ?? throw Errors.Unimplemented("visibility without a database file");
    }

    private ListPage List(string @namespace, string query, int size, ByteString token) => Reader(@namespace).List(@namespace, query, size, token);

    private CountWorkflowExecutionsResponse Count(CountWorkflowExecutionsRequest r)
    {
        var count = Reader(r.Namespace).Count(r.Namespace, r.Query);
        var response = new CountWorkflowExecutionsResponse { Count = count.Total };
        response.Groups.Add(count.ByStatus.Select(g => new CountWorkflowExecutionsResponse.Types.AggregationGroup
        {
            Count = g.Count,
            GroupValues =
            {
                new Payload
                {
                    Metadata = { { "encoding", ByteString.CopyFromUtf8("json/plain") }, { "type", ByteString.CopyFromUtf8("Keyword") } },
                    Data = ByteString.CopyFromUtf8($"\"{g.Status}\""),
                },
            },
        }));
        return response;
    }
}
