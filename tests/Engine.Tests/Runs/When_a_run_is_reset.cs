using FranceTravail.Parcours.Engine.Refusals;
using FranceTravail.Parcours.Engine.Runs;
using FranceTravail.Parcours.Engine.Runs.Activities;
using FranceTravail.Parcours.Engine.Runs.Reset;
using FranceTravail.Parcours.Engine.Runs.Signals;
using FranceTravail.Parcours.Engine.Tests.Support;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Workflow.V1;

namespace FranceTravail.Parcours.Engine.Tests.Runs;

public sealed class When_a_run_is_reset : IDisposable
{
    private readonly Heart heart = new();

    public void Dispose() => heart.Dispose();

    [Fact]
    public void Should_go_on_from_the_point_in_a_run_that_shares_the_history_before_it()
    {
        var run = heart.Start();
        heart.Work(run, Do.Timer("t", 60), Do.Activity("a"));
        heart.Apply(run, new Signal("s", null, "client", "", null));
        heart.Work(run, Do.Complete());
        var reset = Reset(run, finish: 9);

        Assert.Equal(heart.History(run).Take(8).Select(e => e.EventType), heart.History(reset).Take(8).Select(e => e.EventType));
        Assert.EndsWith("WorkflowTaskStarted WorkflowTaskFailed WorkflowTaskScheduled", heart.Types(reset), StringComparison.Ordinal);
        Assert.Equal(["t"], heart.State(reset).Timers.Values.Select(t => t.TimerId));
        Assert.Equal(["a"], heart.State(reset).Activities.Values.Select(a => a.ActivityId));
        Assert.Equal(WorkflowExecutionStatus.Completed, heart.State(run).Status);
        Assert.Equal(reset.Key.RunId, heart.State(run).ResetRunId);
        heart.Pass(reset, TimeSpan.FromSeconds(60));
        heart.Work(reset, Do.Complete());
        Assert.Equal(WorkflowExecutionStatus.Completed, heart.State(reset).Status);
    }

    [Fact]
    public void Should_end_the_open_run_and_bring_signals_from_its_successors()
    {
        var first = heart.Start();
        heart.Work(first, Do.ContinueAsNew());
        var second = heart.Current();
        heart.Apply(second, new Signal("late", null, "client", "", null));
        var reset = Reset(first, finish: 4);

        Assert.Equal(WorkflowExecutionStatus.ContinuedAsNew, heart.State(first).Status);
        Assert.Equal(WorkflowExecutionStatus.Terminated, heart.State(second).Status);
        Assert.Equal(reset.Key, heart.Current().Key);
        Assert.Contains("WorkflowTaskFailed WorkflowExecutionSignaled WorkflowTaskScheduled", heart.Types(reset), StringComparison.Ordinal);
    }

    [Fact]
    public void Should_bring_signals_that_waited_behind_the_task_in_flight()
    {
        var run = heart.Start();
        heart.Poll(run);
        heart.Apply(run, new Signal("s", null, "client", "", null));
        Assert.Equal(1, heart.State(Reset(run, finish: 3)).SignalCount);
    }

    [Fact]
    public void Should_keep_the_children_and_hear_from_them()
    {
        var run = heart.Start();
        heart.Work(run, Do.Child("child"));
        var child = heart.Current("child");
        heart.Work(run);
        var reset = Reset(run, finish: heart.State(run).NextEventId - 1);

        Assert.True(heart.State(child).Open);
        heart.Work(child, Do.Complete());
        Assert.Contains("ChildWorkflowExecutionCompleted", heart.Types(reset), StringComparison.Ordinal);
    }

    [Fact]
    public void Should_start_again_a_child_that_was_started_after_the_point()
    {
        var run = heart.Start();
        heart.Work(run, Do.Child("child"));
        var stray = heart.Current("child");
        var reset = Reset(run, finish: 4);
        heart.Work(reset, Do.Child("child"));

        Assert.Equal(WorkflowExecutionStatus.Terminated, heart.State(stray).Status);
        Assert.True(heart.Current("child").Open);
        Assert.Equal([heart.Current("child").Key.RunId], heart.State(reset).Children.Values.Select(c => c.RunId));
        Assert.DoesNotContain("ChildWorkflowExecutionTerminated", heart.Types(reset), StringComparison.Ordinal);
    }

    [Fact]
    public void Should_void_the_tokens_of_the_run_before()
    {
        var run = heart.Start();
        heart.Work(run, Do.Activity("a"));
        heart.Apply(run, new Signal("s", null, "client", "", null));
        heart.Work(run);
        var old = heart.State(run).Activities.Values.Single();
        heart.Apply(run, new StartActivity(old.ScheduledEventId, old.Serial, "worker"));
        var reset = Reset(run, finish: 9);

        Assert.Throws<Refusal>(() => heart.Apply(run, new CompleteActivity(new ActivityRef(old.ScheduledEventId, old.Serial, null), null, "worker")));
        Assert.True(ActivityTickets.Ready(heart.State(reset).Activities.Values.Single()));
    }

    [Theory]
    [InlineData(5, "Can only reset workflow to event ID in range")]
    [InlineData(2, "StateRebuilder unable to Rebuild")]
    [InlineData(99, "Workflow task finish ID must be")]
    public void Should_refuse_a_point_that_ends_no_task_and_change_nothing(long finish, string message)
    {
        var run = heart.Start();
        heart.Work(run);
        heart.Apply(run, new Signal("s", null, "client", "", null));
        var before = heart.Types(run);
        Assert.StartsWith(message, Assert.Throws<Refusal>(() => Reset(run, finish)).Message, StringComparison.Ordinal);
        Assert.Equal(before, heart.Types(run));
        Assert.True(heart.State(run).Open);
    }

    private Run Reset(Run run, long finish, params PostResetOperation[] afterwards) =>
        heart.Do(unit => new ResetWorkflow("why", finish, "r", new ReapplyEvents(true, true), afterwards).Begin(unit, unit.Find(run.Key)!));
}
