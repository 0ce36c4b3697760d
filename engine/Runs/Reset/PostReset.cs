using FranceTravail.Parcours.Engine.Refusals;
using FranceTravail.Parcours.Engine.Runs.Options;
using Temporalio.Api.Workflow.V1;

namespace FranceTravail.Parcours.Engine.Runs.Reset;

/// <summary>What is done to the run that a reset makes, before its workflow goes on.</summary>
internal static class PostReset
{
    /// <summary>Does it, in order. Throws INVALID_ARGUMENT for what cannot be done after a reset: nothing is reset then.</summary>
    public static void Do(Transition t, IEnumerable<PostResetOperation> operations)
    {
        foreach (var operation in operations)
        {
            if (operation.VariantCase != PostResetOperation.VariantOneofCase.UpdateWorkflowOptions)
            {
                throw Errors.Invalid($"unsupported post reset operation: {(operation.VariantCase == PostResetOperation.VariantOneofCase.None ? "<nil>" : $"*workflow.PostResetOperation_{operation.VariantCase}_")}");
            }

            var change = operation.UpdateWorkflowOptions;
            new UpdateWorkflowOptions(change.WorkflowExecutionOptions, change.UpdateMask, "").Apply(t);
        }
    }
}
