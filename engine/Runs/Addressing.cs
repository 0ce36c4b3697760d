using FranceTravail.Parcours.Engine.Refusals;
using Temporalio.Api.Common.V1;

namespace FranceTravail.Parcours.Engine.Runs;

/// <summary>Finds the run that a request means.</summary>
internal static class Addressing
{
    public static Run Resolve(Func<RunKey, Run?> find, Func<string, string, Run?> current, string @namespace, WorkflowExecution? execution)
    {
        Check(execution);
        var (id, runId) = (execution!.WorkflowId, execution.RunId);
        if (runId.Length == 0)
        {
            return Visible(current(@namespace, id)) ?? throw Errors.WorkflowUnknown(id);
        }

        return Visible(find(new RunKey(@namespace, id, runId))) ?? throw Errors.RunUnknown(id, runId);
    }

    public static Run Resolve(this IRunSpace space, string @namespace, WorkflowExecution? execution) => Resolve(space.Find, space.Current, @namespace, execution);

    /// <summary>The current run of the chain that a request names by its first run.</summary>
    public static Run ResolveChain(this IRunSpace space, string @namespace, WorkflowExecution? execution, string firstRunId)
    {
        if (firstRunId.Length == 0)
        {
            return space.Resolve(@namespace, execution);
        }

        Check(execution);
        var run = Visible(space.Current(@namespace, execution!.WorkflowId)) ?? throw Errors.WorkflowUnknown(execution.WorkflowId);
        return run.Start.FirstExecutionRunId == firstRunId ? run : throw Errors.ChainUnknown();
    }

    /// <summary>To calls on workflows, a run that the engine plays itself is not there.</summary>
    private static Run? Visible(Run? run) => run is { State.IsSystem: false } ? run : null;

    public static void Check(WorkflowExecution? execution)
    {
        if (execution is null)
        {
            throw Errors.Invalid("Execution is not set on request.");
        }

        if (execution.WorkflowId.Length == 0)
        {
            throw Errors.Invalid("WorkflowId is not set on request.");
        }

        if (execution.RunId.Length > 0 && !Guid.TryParse(execution.RunId, out _))
        {
            throw Errors.Invalid("Invalid RunId.");
        }
    }
}
