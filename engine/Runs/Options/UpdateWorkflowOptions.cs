using FranceTravail.Parcours.Engine.Refusals;
using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;
using Temporalio.Api.Workflow.V1;

namespace FranceTravail.Parcours.Engine.Runs.Options;

/// <summary>An operator changes which version of workers may take a run. Answers the options that it has then.</summary>
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

        if (WorkflowOptionsMask.NamesVersion(Mask))
        {
            Set(t, Normal(Given?.VersioningOverride), Identity);
        }

        return new WorkflowExecutionOptions { VersioningOverride = Described(t.State.VersioningOverride) };
    }

    /// <summary>Changes the version, and writes that; what changes nothing leaves no event.</summary>
    public static void Set(Transition t, VersioningOverride? wanted, string identity)
    {
        RefuseUnknown(t, wanted);
        if (Equals(wanted, t.State.VersioningOverride))
        {
            return;
        }

        t.State = t.State with { VersioningOverride = wanted };
        t.Record(new HistoryEvent
        {
            WorkflowExecutionOptionsUpdatedEventAttributes = new() { VersioningOverride = wanted, UnsetVersioningOverride = wanted is null, Identity = identity },
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
    private static void RefuseUnknown(Transition t, VersioningOverride? wanted)
    {
        if (wanted?.OverrideCase == VersioningOverride.OverrideOneofCase.Pinned)
        {
            var version = wanted.Pinned.Version;
            throw new Refusal(
                RefusalKind.FailedPrecondition,
                $"Pinned version '{version?.DeploymentName}:{version?.BuildId}' is not present in task queue '{t.Start.TaskQueue.Name}' of type 'Workflow'");
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
