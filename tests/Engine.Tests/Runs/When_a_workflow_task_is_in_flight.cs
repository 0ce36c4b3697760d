using FranceTravail.Parcours.Engine.Refusals;
using FranceTravail.Parcours.Engine.Runs.Activities;
using FranceTravail.Parcours.Engine.Runs.Signals;
using FranceTravail.Parcours.Engine.Runs.WorkflowTasks;
using FranceTravail.Parcours.Engine.Tests.Support;
using Temporalio.Api.Enums.V1;

namespace FranceTravail.Parcours.Engine.Tests.Runs;

public sealed class When_a_workflow_task_is_in_flight : IDisposable
{
    private readonly Heart heart = new();

    public void Dispose() => heart.Dispose();

    [Fact]
    public void Should_write_signals_behind_the_events_of_its_commands()
    {
        var run = heart.Start();
        heart.Poll(run);
        heart.Apply(run, new Signal("s", null, "client", "", null));
        heart.Complete(run, Do.Timer("t", 60));
        Assert.Equal(
            "WorkflowExecutionStarted WorkflowTaskScheduled WorkflowTaskStarted WorkflowTaskCompleted TimerStarted WorkflowExecutionSignaled WorkflowTaskScheduled",
            heart.Types(run));
    }

    [Fact]
    public void Should_not_let_the_workflow_close_over_a_signal_it_has_not_seen()
    {
        var run = heart.Start();
        heart.Poll(run);
        heart.Apply(run, new Signal("s", null, "client", "", null));
        var refused = Assert.Throws<Refusal>(() => heart.Complete(run, Do.Complete()));
        Assert.Equal("UnhandledCommand", refused.Message);
        Assert.True(heart.State(run).Open);
        Assert.EndsWith("WorkflowTaskFailed WorkflowExecutionSignaled WorkflowTaskScheduled", heart.Types(run), StringComparison.Ordinal);
        heart.Work(run, Do.Complete());
        Assert.Equal(WorkflowExecutionStatus.Completed, heart.State(run).Status);
    }

    [Fact]
    public void Should_forget_a_timer_that_fired_unseen_when_the_workflow_cancels_it()
    {
        var run = heart.Start();
        heart.Work(run, Do.Timer("t", 5));
        heart.Apply(run, new Signal("wake", null, "client", "", null));
        heart.Poll(run);
        heart.Pass(run, TimeSpan.FromSeconds(6));
        heart.Complete(run, Do.CancelTimer("t"), Do.Complete());
        Assert.DoesNotContain("TimerFired", heart.Types(run), StringComparison.Ordinal);
        Assert.Equal(WorkflowExecutionStatus.Completed, heart.State(run).Status);
    }

    [Fact]
    public void Should_accept_the_cancellation_of_an_activity_that_ended_unseen()
    {
        var run = heart.Start();
        heart.Work(run, Do.Activity("a"));
        heart.Apply(run, new Signal("wake", null, "client", "", null));
        heart.Poll(run);
        var activity = heart.State(run).Activities[5];
        heart.Apply(run, new StartActivity(5, activity.Serial, "worker"));
        heart.Apply(run, new CompleteActivity(new ActivityRef(5, activity.Serial, null), null, "worker"));
        heart.Complete(run, Do.CancelActivity(5));
        Assert.EndsWith(
            "WorkflowTaskCompleted ActivityTaskCancelRequested ActivityTaskStarted ActivityTaskCompleted WorkflowTaskScheduled", heart.Types(run), StringComparison.Ordinal);
    }

    [Fact]
    public void Should_keep_nothing_of_a_completion_with_a_bad_command()
    {
        var run = heart.Start();
        heart.Poll(run);
        Assert.Throws<Refusal>(() => heart.Complete(run, Do.Activity("a"), Do.CancelTimer("none")));
        Assert.Empty(heart.State(run).Activities);
        Assert.DoesNotContain("ActivityTaskScheduled", heart.Types(run), StringComparison.Ordinal);
    }

    [Fact]
    public void Should_leave_no_event_of_repeated_failures_but_the_first()
    {
        var run = heart.Start();
        for (var attempt = 1; attempt <= 5; attempt++)
        {
            Assert.Equal(attempt, heart.Poll(run)!.Task.Attempt);
            heart.Apply(run, new FailWorkflowTask(heart.State(run).Task!.Serial, WorkflowTaskFailedCause.WorkflowWorkerUnhandledFailure, null, "worker"));
        }

        Assert.Equal("WorkflowExecutionStarted WorkflowTaskScheduled WorkflowTaskStarted WorkflowTaskFailed", heart.Types(run));
        heart.Work(run, Do.Complete());
        Assert.Equal(6, heart.History(run)[4].WorkflowTaskScheduledEventAttributes.Attempt);
    }

    [Fact]
    public void Should_fail_it_when_more_than_a_hundred_events_wait()
    {
        var run = heart.Start();
        heart.Poll(run);
        for (var i = 0; i < 101; i++)
        {
            heart.Apply(run, new Signal("s", null, "client", "", null));
        }

        Assert.False(heart.State(run).TaskInFlight);
        Assert.Equal(101, heart.History(run).Count(e => e.EventType == EventType.WorkflowExecutionSignaled));
        Assert.Equal(WorkflowTaskFailedCause.ForceCloseCommand, heart.History(run)[3].WorkflowTaskFailedEventAttributes.Cause);
        Assert.Equal(2, heart.State(run).Task!.Attempt);
    }

    [Fact]
    public void Should_terminate_a_run_whose_marker_is_too_large_ever_to_be_written()
    {
        var run = heart.Start();
        heart.Poll(run);
        Assert.Throws<Refusal>(() => heart.Complete(run, Do.Marker(3_000_000)));
        Assert.Equal(WorkflowExecutionStatus.Terminated, heart.State(run).Status);
    }

    [Fact]
    public void Should_show_no_event_of_a_repeated_task_whose_ids_other_events_took()
    {
        var run = heart.Start();
        heart.Poll(run);
        heart.Apply(run, new FailWorkflowTask(heart.State(run).Task!.Serial, WorkflowTaskFailedCause.WorkflowWorkerUnhandledFailure, null, "worker"));
        Assert.Single(StartWorkflowTask.Unseen(heart.Current(), heart.State(run).Task!));
        heart.Apply(run, new Signal("s", null, "client", "", null));
        Assert.Empty(StartWorkflowTask.Unseen(heart.Current(), heart.State(run).Task!));
    }
}
