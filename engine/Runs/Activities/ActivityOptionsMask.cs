using FranceTravail.Parcours.Engine.Refusals;
using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Activity.V1;
using Temporalio.Api.Common.V1;

namespace FranceTravail.Parcours.Engine.Runs.Activities;

/// <summary>Names the options that an update changes, in snake_case as messages carry them or in camelCase.</summary>
internal sealed class ActivityOptionsMask(FieldMask mask)
{
    private readonly HashSet<string> paths = [.. mask.Paths.Select(p => p.Replace("_", "", StringComparison.Ordinal).ToUpperInvariant())];

    /// <summary>The options with those changed that the mask names.</summary>
    public ActivityOptions Merge(ActivityOptions into, ActivityOptions from)
    {
        Take("TASKQUEUE.NAME", () => into.TaskQueue.Name = Given(from.TaskQueue, "TaskQueue").Name);
        Take("SCHEDULETOCLOSETIMEOUT", () => into.ScheduleToCloseTimeout = from.ScheduleToCloseTimeout);
        Take("SCHEDULETOSTARTTIMEOUT", () => into.ScheduleToStartTimeout = from.ScheduleToStartTimeout);
        Take("STARTTOCLOSETIMEOUT", () => into.StartToCloseTimeout = from.StartToCloseTimeout);
        Take("HEARTBEATTIMEOUT", () => into.HeartbeatTimeout = from.HeartbeatTimeout);
        Take("PRIORITY", () => into.Priority = from.Priority);
        Take("PRIORITY.PRIORITYKEY", () => (into.Priority ??= new Priority()).PriorityKey = Given(from.Priority, "Priority").PriorityKey);
        Take("PRIORITY.FAIRNESSKEY", () => (into.Priority ??= new Priority()).FairnessKey = Given(from.Priority, "Priority").FairnessKey);
        Take("PRIORITY.FAIRNESSWEIGHT", () => (into.Priority ??= new Priority()).FairnessWeight = Given(from.Priority, "Priority").FairnessWeight);
        Take("RETRYPOLICY", () => into.RetryPolicy = from.RetryPolicy?.Clone() ?? new RetryPolicy());
        Take("RETRYPOLICY.INITIALINTERVAL", () => into.RetryPolicy.InitialInterval = Given(from.RetryPolicy, "RetryPolicy").InitialInterval);
        Take("RETRYPOLICY.BACKOFFCOEFFICIENT", () => into.RetryPolicy.BackoffCoefficient = Given(from.RetryPolicy, "RetryPolicy").BackoffCoefficient);
        Take("RETRYPOLICY.MAXIMUMINTERVAL", () => into.RetryPolicy.MaximumInterval = Given(from.RetryPolicy, "RetryPolicy").MaximumInterval);
        Take("RETRYPOLICY.MAXIMUMATTEMPTS", () => into.RetryPolicy.MaximumAttempts = Given(from.RetryPolicy, "RetryPolicy").MaximumAttempts);
        return into;
    }

    private static T Given<T>(T? part, string name)
        where T : class => part ?? throw Errors.Invalid($"{name} is not provided");

    private void Take(string path, Action take)
    {
        if (paths.Contains(path))
        {
            take();
        }
    }
}
