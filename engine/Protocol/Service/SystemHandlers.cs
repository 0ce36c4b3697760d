using FranceTravail.Parcours.Engine.Matching;
using FranceTravail.Parcours.Engine.Protocol.Transport;
using FranceTravail.Parcours.Engine.Runs;
using FranceTravail.Parcours.Engine.Runs.Starting;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.TaskQueue.V1;
using Temporalio.Api.WorkflowService.V1;

namespace FranceTravail.Parcours.Engine.Protocol.Service;

/// <summary>What the service says of itself, and of its queues.</summary>
internal sealed class SystemHandlers(EngineCore core)
{
    /// <summary>The server whose behaviour the engine follows.</summary>
    private const string ServerVersion = "1.31.2";

    private static readonly TimeSpan PollersRemembered = TimeSpan.FromMinutes(5);

    public void Register(HandlerTable table) => table
        .On<GetSystemInfoRequest, GetSystemInfoResponse>("GetSystemInfo", _ => new()
        {
            ServerVersion = ServerVersion,
            Capabilities = new()
            {
                SignalAndQueryHeader = true,
                InternalErrorDifferentiation = true,
                ActivityFailureIncludeHeartbeat = true,
                SupportsSchedules = true,
                EncodedFailureAttributes = true,
                UpsertMemo = true,
                EagerWorkflowStart = true,
                SdkMetadata = true,
                CountGroupByExecutionStatus = true,
            },
        })
        .On<GetClusterInfoRequest, GetClusterInfoResponse>("GetClusterInfo", _ => new()
        {
            ServerVersion = ServerVersion,
            ClusterName = "active",
            HistoryShardCount = 1,
            PersistenceStore = "sqlite",
            VisibilityStore = "sqlite",
        })
        .On<RecordWorkerHeartbeatRequest, RecordWorkerHeartbeatResponse>("RecordWorkerHeartbeat", r =>
        {
            core.Catalog.Require(r.Namespace);
            return new();
        })
        .On<DescribeTaskQueueRequest, DescribeTaskQueueResponse>("DescribeTaskQueue", DescribeQueue);

    private DescribeTaskQueueResponse DescribeQueue(DescribeTaskQueueRequest r)
    {
        core.Catalog.Require(r.Namespace);
        if (r.TaskQueue?.Name.StartsWith(QueueNames.ReservedPrefix, StringComparison.Ordinal) == true)
        {
            throw Errors.Invalid($"invalid task queue partition name {r.TaskQueue.Name}");
        }

        QueueNames.Check(r.TaskQueue, core.Limits);
        var kind = r.TaskQueueType == TaskQueueType.Activity ? TaskKind.Activity : TaskKind.Workflow;
        var since = core.Clock.GetUtcNow() - PollersRemembered;
        var response = new DescribeTaskQueueResponse();
        response.Pollers.Add(core.Queues.Pollers(new QueueName(r.Namespace, kind, r.TaskQueue!.Name))
            .Where(p => p.At >= since)
            .Select(p => new PollerInfo { Identity = p.Identity, LastAccessTime = p.At.ToTimestamp(), RatePerSecond = 100_000 }));
        return response;
    }
}
