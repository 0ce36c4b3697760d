using FranceTravail.Parcours.Engine.Runs.WorkflowTasks;
using Temporalio.Api.Command.V1;
using Temporalio.Api.Enums.V1;

namespace FranceTravail.Parcours.Engine.Runs.Properties;

/// <summary>The workflow changes its memo.</summary>
internal static class ModifyProperties
{
    private const WorkflowTaskFailedCause Bad = WorkflowTaskFailedCause.BadModifyWorkflowPropertiesAttributes;

    public static void CarryOut(Completion c, Command command)
    {
        var a = command.ModifyWorkflowPropertiesCommandAttributes;
        CommandTable.Require(a?.UpsertedMemo is not null, Bad, "UpsertedMemo is not set on ModifyWorkflowPropertiesCommand.");
        c.RequireSize(a!.UpsertedMemo, Bad, "ModifyWorkflowPropertiesCommandAttributes.UpsertedMemo");
        c.Write(command, new()
        {
            WorkflowPropertiesModifiedEventAttributes = new() { WorkflowTaskCompletedEventId = c.CompletedEventId, UpsertedMemo = a.UpsertedMemo },
        });
        c.T.State = c.T.State with { Memo = Fields.Merge(c.T.State.Memo, a.UpsertedMemo) };
        c.T.VisibilityChanged = true;
    }
}
