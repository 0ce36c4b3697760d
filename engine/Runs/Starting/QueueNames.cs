using Temporalio.Api.TaskQueue.V1;

namespace FranceTravail.Parcours.Engine.Runs.Starting;

/// <summary>Names of task queues that requests may use.</summary>
internal static class QueueNames
{
    public const string ReservedPrefix = "/_sys/";

    public static void Check(TaskQueue? queue, EngineLimits limits)
    {
        StartRequest.Require(queue is not null, "taskQueue is not set");
        StartRequest.Require(queue!.Name.Length > 0, "missing task queue name");
        StartRequest.Require(!queue.Name.StartsWith(ReservedPrefix, StringComparison.Ordinal), $"task queue name cannot start with reserved prefix {ReservedPrefix}");
        StartRequest.Require(Ids.Fits(queue.Name, limits), "taskQueue length exceeds limit");
    }
}
