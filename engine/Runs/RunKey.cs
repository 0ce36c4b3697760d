namespace FranceTravail.Parcours.Engine.Runs;

/// <summary>Names one run. A workflow id names a chain of runs; the newest of them is the current one.</summary>
internal readonly record struct RunKey(string Namespace, string WorkflowId, string RunId)
{
    public Temporalio.Api.Common.V1.WorkflowExecution Execution => new() { WorkflowId = WorkflowId, RunId = RunId };
}
