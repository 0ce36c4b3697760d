using FranceTravail.Parcours.Engine.Attributes;
using FranceTravail.Parcours.Engine.Refusals;
using FranceTravail.Parcours.Engine.Runs.WorkflowTasks;
using Temporalio.Api.Command.V1;
using Temporalio.Api.Enums.V1;

namespace FranceTravail.Parcours.Engine.Runs.Properties;

/// <summary>The workflow changes its search attributes.</summary>
internal static class UpsertSearchAttributes
{
    private const WorkflowTaskFailedCause Bad = WorkflowTaskFailedCause.BadSearchAttributes;

    public static void CarryOut(Completion c, Command command)
    {
        var a = command.UpsertWorkflowSearchAttributesCommandAttributes;
        CommandTable.Require(a is not null, Bad, "UpsertWorkflowSearchAttributesCommandAttributes is not set on UpsertWorkflowSearchAttributesCommand.");
        CommandTable.Require(a!.SearchAttributes is not null, Bad, "SearchAttributes is not set on UpsertWorkflowSearchAttributesCommand.");
        CommandTable.Require(a.SearchAttributes!.IndexedFields.Count > 0, Bad, "IndexedFields is not set on UpsertWorkflowSearchAttributesCommand.");
        var typed = Typed(c.T, a.SearchAttributes)!;
        c.Write(command, new()
        {
            UpsertWorkflowSearchAttributesEventAttributes = new() { WorkflowTaskCompletedEventId = c.CompletedEventId, SearchAttributes = typed },
        });
        c.T.State = c.T.State with { SearchAttributes = SearchAttributeNormalization.Merge(c.T.State.SearchAttributes, typed) };
        c.T.VisibilityChanged = true;
    }

    /// <summary>Checks the attributes of a command; a wrong one fails the task.</summary>
    public static Temporalio.Api.Common.V1.SearchAttributes? Typed(Transition t, Temporalio.Api.Common.V1.SearchAttributes? given)
    {
        try
        {
            return t.Catalog.Typed(t.Key.Namespace, given);
        }
        catch (Refusal e)
        {
            throw new CommandRefusedException(Bad, e.Message);
        }
    }
}
