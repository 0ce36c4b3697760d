using FranceTravail.Parcours.Engine.Runs;
using FranceTravail.Parcours.Engine.Runs.Starting;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.TaskQueue.V1;
using Temporalio.Api.WorkflowService.V1;
using RateLimitUpdate = Temporalio.Api.WorkflowService.V1.UpdateTaskQueueConfigRequest.Types.RateLimitUpdate;

namespace FranceTravail.Parcours.Engine.Protocol.TaskQueues;

/// <summary>Changes what the owner of a queue has set on it, one thing and another; the rest stays.</summary>
internal static class QueueConfigChange
{
    private const int LongestReason = 1000;
    private const int MostWeights = 1000;

    public static void Check(UpdateTaskQueueConfigRequest r, EngineLimits limits)
    {
        StartRequest.Require(r.TaskQueue.Length > 0, "missing task queue name");
        StartRequest.Require(!r.TaskQueue.StartsWith(QueueNames.ReservedPrefix, StringComparison.Ordinal), $"invalid task queue partition name {r.TaskQueue}");
        StartRequest.Require(Ids.Fits(r.TaskQueue, limits), "taskQueue length exceeds limit");
        StartRequest.Require(r.UpdateQueueRateLimit?.RateLimit is null || r.TaskQueueType != TaskQueueType.Workflow, "Setting rate limit on workflow task queues is not allowed.");
        CheckLimit(r.UpdateQueueRateLimit, "UpdateQueueRateLimit");
        StartRequest.Require(r.UpdateFairnessKeyRateLimitDefault?.RateLimit is null || r.TaskQueueType != TaskQueueType.Workflow, "Setting fairness key rate limit on workflow task queues is not allowed.");
        CheckLimit(r.UpdateFairnessKeyRateLimitDefault, "UpdateFairnessKeyRateLimitDefault");
        StartRequest.Require(Ids.Fits(r.Identity, limits), $"Identity field too long (max {limits.IdLength} characters).");
        var named = r.SetFairnessWeightOverrides.Count + r.UnsetFairnessWeightOverrides.Count;
        StartRequest.Require(named <= MostWeights, $"too many fairness weight overrides in request: got {named}, maximum {MostWeights}");
        foreach (var key in r.SetFairnessWeightOverrides.Keys.Concat(r.UnsetFairnessWeightOverrides))
        {
            StartRequest.Require(key.Length > 0, "fairness weight override key must not be empty");
            StartRequest.Refuse(Priorities.Fault(new() { FairnessKey = key }));
        }

        foreach (var (key, weight) in r.SetFairnessWeightOverrides)
        {
            StartRequest.Require(weight > 0, $"invalid fairness weight weight for key \"{key}\": must be greater than zero");
        }

        foreach (var key in r.UnsetFairnessWeightOverrides)
        {
            StartRequest.Require(!r.SetFairnessWeightOverrides.ContainsKey(key), $"fairness weight override key \"{key}\" present in both set and unset lists");
        }
    }

    /// <summary>The settings after the change.</summary>
    public static TaskQueueConfig Apply(TaskQueueConfig? before, UpdateTaskQueueConfigRequest r, DateTimeOffset now)
    {
        var config = before?.Clone() ?? new TaskQueueConfig();
        config.QueueRateLimit = Limit(r.UpdateQueueRateLimit, r.Identity, now) ?? config.QueueRateLimit;
        config.FairnessKeysRateLimitDefault = Limit(r.UpdateFairnessKeyRateLimitDefault, r.Identity, now) ?? config.FairnessKeysRateLimitDefault;
        foreach (var key in r.UnsetFairnessWeightOverrides)
        {
            config.FairnessWeightOverrides.Remove(key);
        }

        foreach (var (key, weight) in r.SetFairnessWeightOverrides)
        {
            config.FairnessWeightOverrides[key] = weight;
        }

        StartRequest.Require(config.FairnessWeightOverrides.Count <= MostWeights, $"fairness weight overrides count exceeds limit {MostWeights}");
        return config;
    }

    private static void CheckLimit(RateLimitUpdate? update, string name)
    {
        StartRequest.Require(!(update?.RateLimit?.RequestsPerSecond < 0), $"RequestsPerSecond for {name} rate limit must be non-negative.");
        StartRequest.Require(update is null || update.Reason.Length <= LongestReason, $"{name}.Reason field too long (max {LongestReason} characters).");
    }

    private static RateLimitConfig? Limit(RateLimitUpdate? update, string identity, DateTimeOffset now) => update is null
        ? null
        : new RateLimitConfig { RateLimit = update.RateLimit, Metadata = new ConfigMetadata { Reason = update.Reason, UpdateIdentity = identity, UpdateTime = now.ToTimestamp() } };
}
