using FranceTravail.Parcours.Engine.Refusals;
using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Workflow.V1;

namespace FranceTravail.Parcours.Engine.Runs.Options;

/// <summary>Names the options of a workflow that a request changes, in snake_case as messages carry them or in camelCase.</summary>
internal static class WorkflowOptionsMask
{
    /// <summary>What is wrong with a mask; null when nothing is.</summary>
    public static string? Fault(FieldMask? mask) => mask?.Paths.FirstOrDefault(path => Taker(path) is null) is { } path
        ? $"proto: invalid path \"{path}\" for message \"{WorkflowExecutionOptions.Descriptor.FullName}\""
        : null;

    /// <summary>The options with those changed that the mask names. Throws INVALID_ARGUMENT when it names what there is not.</summary>
    public static WorkflowExecutionOptions Merge(FieldMask? mask, WorkflowExecutionOptions into, WorkflowExecutionOptions from)
    {
        if (Fault(mask) is { } fault)
        {
            throw Errors.Invalid($"error applying update_options: {fault}");
        }

        foreach (var path in mask?.Paths ?? [])
        {
            Taker(path)!(into, from);
        }

        return into;
    }

    private static Action<WorkflowExecutionOptions, WorkflowExecutionOptions>? Taker(string path) => path.Replace("_", "", StringComparison.Ordinal).ToUpperInvariant() switch
    {
        "VERSIONINGOVERRIDE" or "VERSIONINGOVERRIDE.BEHAVIOR" or "VERSIONINGOVERRIDE.PINNED" or "VERSIONINGOVERRIDE.AUTOUPGRADE" => (into, from) => into.VersioningOverride = from.VersioningOverride,
        "PRIORITY" => (into, from) => into.Priority = from.Priority ?? new Priority(),
        "PRIORITY.PRIORITYKEY" => (into, from) => (into.Priority ??= new Priority()).PriorityKey = from.Priority?.PriorityKey ?? 0,
        "PRIORITY.FAIRNESSKEY" => (into, from) => (into.Priority ??= new Priority()).FairnessKey = from.Priority?.FairnessKey ?? "",
        "PRIORITY.FAIRNESSWEIGHT" => (into, from) => (into.Priority ??= new Priority()).FairnessWeight = from.Priority?.FairnessWeight ?? 0,
        _ => null,
    };
}
