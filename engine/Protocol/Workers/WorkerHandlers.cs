using System.Globalization;
using FranceTravail.Parcours.Engine.Protocol.Transport;
using FranceTravail.Parcours.Engine.Refusals;
using FranceTravail.Parcours.Engine.Runs.Tasks;
using FranceTravail.Parcours.Engine.Visibility.Queries;
using FranceTravail.Parcours.Engine.Workers;
using Google.Protobuf;
using Temporalio.Api.Worker.V1;
using Temporalio.Api.WorkflowService.V1;

namespace FranceTravail.Parcours.Engine.Protocol.Workers;

/// <summary>Workers say that they are there and that they leave; operators look at them.</summary>
internal sealed class WorkerHandlers(EngineCore core)
{
    private const int LargestPage = 1000;

    /// <summary>The service reads the query behind these words, and counts its positions from their beginning.</summary>
    private const string BeforeQuery = "select * from table1 where ";

    public void Register(HandlerTable table) => table
        .On<RecordWorkerHeartbeatRequest, RecordWorkerHeartbeatResponse>("RecordWorkerHeartbeat", r =>
        {
            core.Catalog.Require(r.Namespace);
            foreach (var heartbeat in r.WorkerHeartbeat)
            {
                core.Workers.Hear(r.Namespace, heartbeat);
            }

            return new();
        })
        .On<DescribeWorkerRequest, DescribeWorkerResponse>("DescribeWorker", r =>
        {
            core.Catalog.Require(r.Namespace);
            var heartbeat = core.Workers.Find(r.Namespace, r.WorkerInstanceKey) ?? throw Errors.NotFound($"Worker {r.WorkerInstanceKey} not found");
            return new() { WorkerInfo = new WorkerInfo { WorkerHeartbeat = heartbeat } };
        })
        .On<ListWorkersRequest, ListWorkersResponse>("ListWorkers", List)
        .On<ShutdownWorkerRequest, ShutdownWorkerResponse>("ShutdownWorker", ShutDown);

    private ListWorkersResponse List(ListWorkersRequest r)
    {
        core.Catalog.Require(r.Namespace);
        if (QueryParser.SyntaxFault(r.Query, BeforeQuery.Length) is { } fault)
        {
            throw Errors.Invalid($"malformed query: {fault}");
        }

        var filter = QueryParser.Parse(r.Query).Filter;
        var after = Position(r.NextPageToken);
        var size = r.PageSize is > 0 and < LargestPage ? r.PageSize : LargestPage;
        var found = core.Workers.All(r.Namespace).Where(w => string.CompareOrdinal(w.WorkerInstanceKey, after) > 0 && WorkerFilter.Matches(w, filter)).Take(size + 1).ToList();
        var page = found.Take(size).ToList();
        var response = new ListWorkersResponse { NextPageToken = found.Count > size ? ByteString.CopyFromUtf8($"{page[^1].WorkerInstanceKey.Length.ToString(CultureInfo.InvariantCulture)}:{page[^1].WorkerInstanceKey}") : ByteString.Empty };
#pragma warning disable CS0612 // Older clients read this list.
        response.WorkersInfo.Add(page.Select(w => new WorkerInfo { WorkerHeartbeat = w }));
#pragma warning restore CS0612
        response.Workers.Add(page.Select(InShort));
        return response;
    }

    private static string Position(ByteString token)
    {
        var parts = token.ToStringUtf8().Split(':', 2);
        return token.IsEmpty ? "" : parts is [var length, var key] && length == key.Length.ToString(CultureInfo.InvariantCulture) ? key : throw Errors.Invalid("invalid next_page_token");
    }

    private static WorkerListInfo InShort(WorkerHeartbeat w)
    {
        var info = new WorkerListInfo
        {
            WorkerInstanceKey = w.WorkerInstanceKey,
            WorkerIdentity = w.WorkerIdentity,
            TaskQueue = w.TaskQueue,
            DeploymentVersion = w.DeploymentVersion,
            SdkName = w.SdkName,
            SdkVersion = w.SdkVersion,
            Status = w.Status,
            StartTime = w.StartTime,
            HostName = w.HostInfo?.HostName ?? "",
            WorkerGroupingKey = w.HostInfo?.WorkerGroupingKey ?? "",
            ProcessId = w.HostInfo?.ProcessId ?? "",
        };
        info.Plugins.Add(w.Plugins);
        info.Drivers.Add(w.Drivers);
        return info;
    }

    private ShutdownWorkerResponse ShutDown(ShutdownWorkerRequest r)
    {
        core.Catalog.Require(r.Namespace);
        if (r.StickyTaskQueue.Length > 0)
        {
            core.Queues.Unload(new QueueName(r.Namespace, TaskKind.Workflow, r.StickyTaskQueue));
        }

        if (r.WorkerHeartbeat is { } heartbeat)
        {
            core.Workers.Hear(r.Namespace, heartbeat);
        }

        return new ShutdownWorkerResponse();
    }
}
