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
        CommandTable.Require(a is not null, Bad, "ModifyWorkflowPropertiesCommandAttributes is not set on ModifyWorkflowPropertiesCommand.");
        CommandTable.Require(a!.UpsertedMemo is not null, Bad, "UpsertedMemo is not set on ModifyWorkflowPropertiesCommand.");
        CommandTable.Require(a.UpsertedMemo!.Fields.Count > 0, Bad, "UpsertedMemo.Fields is not set on ModifyWorkflowPropertiesCommand.");
        CommandTable.RequireSize(a.UpsertedMemo.Fields.Sum(f => (long)Ids.Length(f.Key) + f.Value.Data.Length), c.T.Limits.BlobSize, Bad, "ModifyWorkflowPropertiesCommandAttributes");
        var memo = Fields.Merge(c.T.State.Memo, a.UpsertedMemo);
        CommandTable.RequireSize(memo.CalculateSize(), c.T.Limits.MemoSize, Bad, "ModifyWorkflowPropertiesCommandAttributes. Memo");
        c.Write(command, new()
        {
            WorkflowPropertiesModifiedEventAttributes = new() { WorkflowTaskCompletedEventId = c.CompletedEventId, UpsertedMemo = a.UpsertedMemo },
        });
        c.T.State = c.T.State with { Memo = memo };
        c.T.VisibilityChanged = true;
    }
}
