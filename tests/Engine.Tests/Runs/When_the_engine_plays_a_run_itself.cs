using FranceTravail.Parcours.Engine.Refusals;
using FranceTravail.Parcours.Engine.Runs;
using FranceTravail.Parcours.Engine.Runs.Closing;
using FranceTravail.Parcours.Engine.Runs.Signals;
using FranceTravail.Parcours.Engine.Runs.Starting;
using FranceTravail.Parcours.Engine.Runs.SystemRuns;
using FranceTravail.Parcours.Engine.Tests.Support;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.WorkflowService.V1;

namespace FranceTravail.Parcours.Engine.Tests.Runs;

public sealed class When_the_engine_plays_a_run_itself : IDisposable
{
    private readonly Heart heart = new();
    private readonly Run run;

    public When_the_engine_plays_a_run_itself() =>
        run = heart.Do(unit => ((IRunSpace)unit).Create(SystemRun.Birth(unit, ("default", "sys"), "system-type", "SystemDivision", "request", "client", null, null)));

    public void Dispose() => heart.Dispose();

    [Fact]
    public void Should_give_no_worker_a_task_of_it()
    {
        heart.Apply(run, new RequestCancel("", ""));
        Assert.Null(heart.State(run).Task);
        Assert.Equal("WorkflowExecutionStarted WorkflowExecutionCancelRequested", heart.Types(run));
    }

    [Fact]
    public void Should_keep_it_in_a_division_of_its_own()
    {
        var attributes = heart.State(run).SearchAttributes!;
        Assert.Equal("\"SystemDivision\"", attributes.IndexedFields["TemporalNamespaceDivision"].Data.ToStringUtf8());
        Assert.Empty(SystemRun.Given(attributes).IndexedFields);
    }

    [Fact]
    public void Should_not_be_there_for_calls_on_workflows()
    {
        var refused = Assert.Throws<Refusal>(() => heart.Do(unit => unit.Resolve("default", new WorkflowExecution { WorkflowId = "sys" })));
        Assert.Equal((RefusalKind.NotFound, "workflow not found for ID: sys"), (refused.Kind, refused.Message));
        Assert.Throws<Refusal>(() => heart.Do(unit => unit.Resolve("default", run.Key.Execution)));
        Assert.Throws<Refusal>(() => heart.Do(unit => unit.ResolveChain("default", run.Key.Execution, run.Key.RunId)));
    }

    [Theory]
    [InlineData(WorkflowIdConflictPolicy.Fail)]
    [InlineData(WorkflowIdConflictPolicy.UseExisting)]
    [InlineData(WorkflowIdConflictPolicy.TerminateExisting)]
    public void Should_hold_its_id_against_every_start(WorkflowIdConflictPolicy policy)
    {
        var refused = Assert.Throws<Refusal>(() => heart.Start("sys", r => r.WorkflowIdConflictPolicy = policy));
        Assert.Equal(RefusalKind.AlreadyExists, refused.Kind);
        var request = new StartWorkflowExecutionRequest { Namespace = "default", WorkflowId = "sys", WorkflowType = new() { Name = "Type" }, TaskQueue = new() { Name = "queue" } };
        Assert.Throws<Refusal>(() => heart.Do(unit => SignalWithStart.Begin(unit, request, new Signal("s", null, "", "", null))));
        Assert.True(heart.State(run).Open);
    }
}
