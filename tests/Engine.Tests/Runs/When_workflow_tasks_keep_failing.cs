using FranceTravail.Parcours.Engine.Runs;
using FranceTravail.Parcours.Engine.Runs.WorkflowTasks;
using FranceTravail.Parcours.Engine.Tests.Support;
using Temporalio.Api.Enums.V1;

namespace FranceTravail.Parcours.Engine.Tests.Runs;

public sealed class When_workflow_tasks_keep_failing : IDisposable
{
    private const string Attribute = "TemporalReportedProblems";

    private readonly Heart heart = new();

    public void Dispose() => heart.Dispose();

    [Fact]
    public void Should_report_the_first_of_a_row_of_five_until_a_task_completes()
    {
        var run = heart.Start();
        for (var n = 1; n <= 5; n++)
        {
            Assert.Null(Reported(run));
            heart.Poll(run);
            heart.Apply(run, new FailWorkflowTask(
                heart.State(run).Task!.Serial, n == 1 ? WorkflowTaskFailedCause.NonDeterministicError : WorkflowTaskFailedCause.WorkflowWorkerUnhandledFailure, new() { Message = "no" }, "worker"));
        }

        Assert.Equal("""["category=WorkflowTaskFailed","cause=WorkflowTaskFailedCauseNonDeterministicError"]""", Reported(run));
        heart.Work(run);
        Assert.Null(Reported(run));
        Assert.Equal("WorkflowExecutionStarted WorkflowTaskScheduled WorkflowTaskStarted WorkflowTaskFailed WorkflowTaskScheduled WorkflowTaskStarted WorkflowTaskCompleted", heart.Types(run));
    }

    [Fact]
    public void Should_report_tasks_that_time_out()
    {
        var run = heart.Start();
        for (var n = 1; n <= 5; n++)
        {
            heart.Poll(run);
            heart.Pass(run, TimeSpan.FromMinutes(20));
        }

        Assert.Equal("""["category=WorkflowTaskTimedOut","cause=WorkflowTaskTimedOutCauseStartToClose"]""", Reported(run));
    }

    private string? Reported(Run run) =>
        heart.State(run).SearchAttributes?.IndexedFields.TryGetValue(Attribute, out var payload) == true ? payload.Data.ToStringUtf8() : null;
}
