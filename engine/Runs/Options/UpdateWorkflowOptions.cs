using FranceTravail.Parcours.Engine.Refusals;
using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;
using Temporalio.Api.Workflow.V1;

namespace FranceTravail.Parcours.Engine.Runs.Options;

/// <summary>An operator changes which version of workers may take a run, and how soon. Answers the options that it has then.</summary>
/// <param name="Given">The new options; none unsets those that the mask names.</param>
/// <param name="Mask">Which of them to take.</param>
/// <param name="Identity">The operator's.</param>
internal sealed record UpdateWorkflowOptions(WorkflowExecutionOptions? Given, FieldMask? Mask, string Identity) : IRunInput<WorkflowExecutionOptions>
{
    public WorkflowExecutionOptions Apply(Transition t)
    {
        if (!t.State.Open)
        {
            throw Errors.WorkflowCompleted();
        }

        var before = new WorkflowExecutionOptions { VersioningOverride = t.State.VersioningOverride, Priority = t.State.PriorityOf(t.Start) };
        var given = Given?.Clone() ?? new WorkflowExecutionOptions();
        given.VersioningOverride = Normal(given.VersioningOverride);
        var wanted = WorkflowOptionsMask.Merge(Mask, before.Clone(), given);
        if (Priorities.Fault(wanted.Priority) is { } fault)
        {
            throw Errors.Invalid(fault);
        }

        RefuseUnknown(wanted.VersioningOverride, t.Start.TaskQueue.Name);
        Set(t, wanted.VersioningOverride, wanted.Priority, Identity);
        wanted.VersioningOverride = Described(wanted.VersioningOverride);
        return wanted;
    }

    /// <summary>Changes the options, and writes that; what changes nothing leaves no event.</summary>
    public static void Set(Transition t, VersioningOverride? version, Priority? priority, string identity)
    {
        var now = t.State.PriorityOf(t.Start);
        if (Equals(version, t.State.VersioningOverride) && Equals(priority ?? now, now))
        {
            return;
        }

        t.State = t.State with { VersioningOverride = version, Priority = priority ?? t.State.Priority };
        t.Record(new HistoryEvent
        {
            WorkflowExecutionOptionsUpdatedEventAttributes = new() { VersioningOverride = version, UnsetVersioningOverride = version is null, Priority = priority, Identity = identity },
        });
    }

    /// <summary>The override as it is described: older clients read its kind from another field.</summary>
    public static VersioningOverride? Described(VersioningOverride? kept)
    {
        var described = kept?.Clone();
        if (described?.HasAutoUpgrade == true)
        {
#pragma warning disable CS0612 // Older clients still read it.
            described.Behavior = VersioningBehavior.AutoUpgrade;
#pragma warning restore CS0612
        }

        return described;
    }

    /// <summary>A version that no worker has would leave the run without any: there are no deployments here.</summary>
    public static void RefuseUnknown(VersioningOverride? wanted, string queue)
    {
        if (wanted?.OverrideCase == VersioningOverride.OverrideOneofCase.Pinned)
        {
            var version = wanted.Pinned.Version;
            throw new Refusal(
                RefusalKind.FailedPrecondition,
                $"Pinned version '{version?.DeploymentName}:{version?.BuildId}' is not present in task queue '{queue}' of type 'Workflow'");
        }
    }

    private static VersioningOverride? Normal(VersioningOverride? given)
    {
#pragma warning disable CS0612 // Older clients still send it.
        var older = given is { OverrideCase: VersioningOverride.OverrideOneofCase.None, Behavior: VersioningBehavior.AutoUpgrade };
#pragma warning restore CS0612
        return older ? new VersioningOverride { AutoUpgrade = true } : given;
    }
}
