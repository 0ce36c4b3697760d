using FranceTravail.Parcours.Engine.Runs.Reset;
using Temporalio.Api.Common.V1;

namespace FranceTravail.Parcours.Engine.Runs.External;

/// <summary>Whom an external command means.</summary>
internal static class ExternalTarget
{
    /// <summary>The run addressed; null when there is none, when it is the sender's own workflow or the engine's, or not its child although only that was meant.</summary>
    public static Run? Find(IRunSpace space, RunKey source, string @namespace, WorkflowExecution execution, bool childOnly)
    {
        var target = @namespace.Length > 0 ? @namespace : source.Namespace;
        if (target == source.Namespace && execution.WorkflowId == source.WorkflowId)
        {
            return null;
        }

        var run = execution.RunId.Length > 0
            ? space.Find(new RunKey(target, execution.WorkflowId, execution.RunId))
            : space.Current(target, execution.WorkflowId);
        return run is { State.IsSystem: true } || (run is not null && childOnly && space.Parent(run.Start)?.Key != source) ? null : run;
    }
}
