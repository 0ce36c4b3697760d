using FranceTravail.Parcours.Engine.Refusals;
using Temporalio.Api.TaskQueue.V1;

namespace FranceTravail.Parcours.Engine.Runs.Starting;

/// <summary>Names of task queues that requests may use.</summary>
internal static class QueueNames
{
    public const string ReservedPrefix = "/_sys/";

    public static void Check(TaskQueue? queue, EngineLimits limits)
    {
        if (Fault(queue, limits) is { } fault)
        {
            throw Errors.Invalid(fault);
        }
    }

    /// <summary>What is wrong with the name of a queue; null when nothing is.</summary>
    public static string? Fault(TaskQueue? queue, EngineLimits limits) => queue switch
    {
        null => "taskQueue is not set",
        { Name: "" } => "missing task queue name",
        _ when queue.Name.StartsWith(ReservedPrefix, StringComparison.Ordinal) => $"task queue name cannot start with reserved prefix {ReservedPrefix}",
        _ when !Ids.Fits(queue.Name, limits) => "taskQueue length exceeds limit",
        _ => null,
    };
}
