using FranceTravail.Parcours.Engine.Matching;
using FranceTravail.Parcours.Engine.Protocol.Transport;
using FranceTravail.Parcours.Engine.Refusals;
using FranceTravail.Parcours.Engine.Runs.Starting;
using FranceTravail.Parcours.Engine.Runs.Tasks;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.TaskQueue.V1;
using Temporalio.Api.WorkflowService.V1;

namespace FranceTravail.Parcours.Engine.Protocol.TaskQueues;

/// <summary>Operators look at task queues, and limit them.</summary>
internal sealed class TaskQueueHandlers(EngineCore core)
{
    public void Register(HandlerTable table) => table
        .On<DescribeTaskQueueRequest, DescribeTaskQueueResponse>("DescribeTaskQueue", Describe)
        .On<ListTaskQueuePartitionsRequest, ListTaskQueuePartitionsResponse>("ListTaskQueuePartitions", ListPartitions)
        .On<UpdateTaskQueueConfigRequest, UpdateTaskQueueConfigResponse>("UpdateTaskQueueConfig", UpdateAsync);

    private DescribeTaskQueueResponse Describe(DescribeTaskQueueRequest r)
    {
        core.Catalog.Require(r.Namespace);
        if (r.TaskQueue?.Name.StartsWith(QueueNames.ReservedPrefix, StringComparison.Ordinal) == true)
        {
            throw Errors.Invalid($"invalid task queue partition name {r.TaskQueue.Name}");
        }

        QueueNames.Check(r.TaskQueue, core.Limits);
        var sticky = r.TaskQueue!.Kind == TaskQueueKind.Sticky;
        if (r.ApiMode == DescribeTaskQueueMode.Enhanced)
        {
            StartRequest.Require(!sticky, "Enhanced DescribeTaskQueue is not valid for a sticky queue, use api_mode=UNSPECIFIED or a normal queue.");
            return Enhanced(r);
        }

        StartRequest.Require(!sticky || !r.ReportStats, "DescribeTaskQueue stats are only supported for the root partition");
        return OneKind(r);
    }

    private DescribeTaskQueueResponse OneKind(DescribeTaskQueueRequest r)
    {
        var (name, now) = (Named(r, r.TaskQueueType), core.Clock.GetUtcNow());
        var stats = name is { } queue ? core.Queues.Stats(queue) : QueueStats.None;
        var config = name is { } known ? core.QueueSettings.Find(known) : null;
        var response = new DescribeTaskQueueResponse
        {
            TaskQueueStatus = r.IncludeTaskQueueStatus ? QueueDescriptions.Status(stats) : null,
            Stats = r.ReportStats ? QueueDescriptions.Whole(stats, now) : null,
            Config = r.ReportConfig ? config : null,
            EffectiveRateLimit = QueueDescriptions.Limit(config?.QueueRateLimit?.RateLimit?.RequestsPerSecond, stats.WorkerLimit),
        };
        response.Pollers.Add(Pollers(name, now));
        if (r.ReportStats)
        {
            foreach (var (priority, of) in QueueDescriptions.ByPriority(stats, now))
            {
                response.StatsByPriorityKey.Add(priority, of);
            }
        }

        return response;
    }

    /// <summary>By version, of which there is only the one of workers without, and by kind.</summary>
    private DescribeTaskQueueResponse Enhanced(DescribeTaskQueueRequest r)
    {
#pragma warning disable CS0612 // The mode is deprecated, and what the command line uses.
        var now = core.Clock.GetUtcNow();
        var response = new DescribeTaskQueueResponse();
        if (r.Versions is { } asked && (asked.BuildIds.Count > 0 || asked.Unversioned || asked.AllActive) && !asked.Unversioned && !asked.AllActive && !asked.BuildIds.Contains(""))
        {
            return response;
        }

        var info = new TaskQueueVersionInfo { TaskReachability = r.ReportTaskReachability ? BuildIdTaskReachability.Reachable : BuildIdTaskReachability.Unspecified };
        foreach (var kind in r.TaskQueueTypes.Count > 0 ? r.TaskQueueTypes.Distinct() : [TaskQueueType.Workflow, TaskQueueType.Activity])
        {
            var name = Named(r, kind);
            var type = new TaskQueueTypeInfo { Stats = r.ReportStats ? QueueDescriptions.Whole(name is { } queue ? core.Queues.Stats(queue) : QueueStats.None, now) : null };
            if (r.ReportPollers)
            {
                type.Pollers.Add(Pollers(name, now));
            }

            info.TypesInfo.Add((int)kind, type);
        }

        response.VersionsInfo.Add("", info);
        return response;
#pragma warning restore CS0612
    }

    private IEnumerable<PollerInfo> Pollers(QueueName? name, DateTimeOffset now) => name is { } queue ? QueueDescriptions.Pollers(core.Queues.Pollers(queue), now) : [];

    /// <summary>The queue of a kind; null for the kind that there is none of.</summary>
    private static QueueName? Named(DescribeTaskQueueRequest r, TaskQueueType kind) => kind == TaskQueueType.Nexus
        ? null
        : new QueueName(r.Namespace, kind == TaskQueueType.Activity ? TaskKind.Activity : TaskKind.Workflow, r.TaskQueue.Name);

    private ListTaskQueuePartitionsResponse ListPartitions(ListTaskQueuePartitionsRequest r)
    {
        core.Catalog.Require(r.Namespace);
        QueueNames.Check(r.TaskQueue, core.Limits);
        var whole = new TaskQueuePartitionMetadata { Key = r.TaskQueue.Name, OwnerHostName = core.HostName };
        return new() { ActivityTaskQueuePartitions = { whole }, WorkflowTaskQueuePartitions = { whole.Clone() } };
    }

    private async Task<UpdateTaskQueueConfigResponse> UpdateAsync(UpdateTaskQueueConfigRequest r, Call call)
    {
        core.Catalog.Require(r.Namespace);
        QueueConfigChange.Check(r, core.Limits);
        var name = new QueueName(r.Namespace, r.TaskQueueType == TaskQueueType.Activity ? TaskKind.Activity : TaskKind.Workflow, r.TaskQueue);
        var config = await core.Writer.SubmitAsync(unit =>
        {
            var changed = QueueConfigChange.Apply(core.QueueSettings.Find(name), r, unit.Now);
            core.QueueSettings.Keep(unit, name, changed);
            unit.AfterCommit.Add(() => core.Queues.Limit(name));
            return changed;
        });
        return new() { Config = config };
    }
}
