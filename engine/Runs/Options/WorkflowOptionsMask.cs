using FranceTravail.Parcours.Engine.Refusals;
using Google.Protobuf.WellKnownTypes;

namespace FranceTravail.Parcours.Engine.Runs.Options;

/// <summary>Names the options of a workflow that a request changes.</summary>
internal static class WorkflowOptionsMask
{
    /// <summary>Whether the request names the version of workers. Throws INVALID_ARGUMENT when it names what there is not.</summary>
    public static bool NamesVersion(FieldMask? mask)
    {
        foreach (var path in mask?.Paths ?? [])
        {
            if (path is not ("versioning_override" or "versioningOverride" or "versioning_override.behavior" or "versioning_override.pinned" or "versioning_override.auto_upgrade"))
            {
                throw Errors.Invalid($"error applying update_options: proto: invalid path \"{path}\" for message \"temporal.api.workflow.v1.WorkflowExecutionOptions\"");
            }
        }

        return mask?.Paths.Count > 0;
    }
}
