using FranceTravail.Parcours.Engine.Refusals;
using FranceTravail.Parcours.Engine.Runs;
using FranceTravail.Parcours.Engine.Runs.Closing;
using FranceTravail.Parcours.Engine.Runs.Reset;
using FranceTravail.Parcours.Engine.Runs.Signals;
using FranceTravail.Parcours.Engine.Tests.Support;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Workflow.V1;
using Temporalio.Api.WorkflowService.V1;

namespace FranceTravail.Parcours.Engine.Tests.Runs;

public sealed class When_a_reset_brings_over_what_came_from_outside : IDisposable
{
    private readonly Heart heart = new();

    public void Dispose() => heart.Dispose();

    [Fact]
    public void Should_tell_once_how_a_child_ended_that_ended_after_the_point()
    {
        var run = heart.Start();
        heart.Work(run, Do.Child("child"));
        heart.Work(run);
        var point = heart.State(run).NextEventId - 1;
        heart.Work(heart.Current("child"), Do.Complete());
        heart.Work(run);
        var reset = Reset(run, point);

        Assert.Empty(heart.State(reset).Children);
        var closed = Assert.Single(heart.History(reset), e => e.EventType == EventType.ChildWorkflowExecutionCompleted).ChildWorkflowExecutionCompletedEventAttributes;
        Assert.Equal(EventType.ChildWorkflowExecutionStarted, heart.History(reset).Single(e => e.EventId == closed.StartedEventId).EventType);
    }

    [Fact]
    public void Should_tell_how_a_child_ended_while_its_parent_was_closed()
    {
        var run = heart.Start();
        heart.Work(run, Do.Child("child", ParentClosePolicy.Abandon));
        heart.Work(run);
        var point = heart.State(run).NextEventId - 1;
        heart.Apply(run, new Terminate("", null, ""));
        heart.Work(heart.Current("child"), Do.Complete());
        var reset = Reset(run, point);

        Assert.Empty(heart.State(reset).Children);
        Assert.Contains("ChildWorkflowExecutionCompleted", heart.Types(reset), StringComparison.Ordinal);
    }

    [Fact]
    public void Should_tell_the_result_of_a_signal_begun_before_the_point_and_not_send_it_again()
    {
        var target = heart.Start("target");
        var run = heart.Start();
        heart.Poll(run);
        heart.Complete(run, new RespondWorkflowTaskCompletedRequest { Commands = { Do.Signal("target") }, ForceCreateNewWorkflowTask = true, ReturnNewWorkflowTask = true });
        var point = heart.State(run).NextEventId;
        heart.Complete(run);
        Assert.Contains("ExternalWorkflowExecutionSignaled", heart.Types(run), StringComparison.Ordinal);
        var reset = Reset(run, point);

        Assert.Single(heart.History(reset), e => e.EventType == EventType.ExternalWorkflowExecutionSignaled);
        Assert.Equal(1, heart.State(target).SignalCount);
    }

    [Fact]
    public void Should_change_the_options_behind_the_signals_brought_over()
    {
        var run = heart.Start();
        heart.Work(run);
        heart.Apply(run, new Signal("s", null, "client", "", null));
        var reset = Reset(run, 4, Options(new VersioningOverride { AutoUpgrade = true }));
        Assert.EndsWith("WorkflowTaskFailed WorkflowExecutionSignaled WorkflowExecutionOptionsUpdated WorkflowTaskScheduled", heart.Types(reset), StringComparison.Ordinal);
        Assert.True(heart.State(reset).VersioningOverride!.AutoUpgrade);
    }

    [Fact]
    public void Should_reset_nothing_when_it_cannot_do_what_is_asked_for_afterwards()
    {
        var run = heart.Start();
        heart.Work(run);
        var pinned = new VersioningOverride { Pinned = new() { Version = new() { DeploymentName = "d", BuildId = "b" } } };
        foreach (var operation in new[] { Options(pinned), new PostResetOperation(), Options(null, "nope") })
        {
            Assert.Throws<Refusal>(() => Reset(run, 4, operation));
        }

        Assert.True(heart.State(run).Open);
        Assert.Null(heart.State(run).ResetRunId);
    }

    [Fact]
    public void Should_keep_the_points_of_builds_that_lie_before_it()
    {
        var run = heart.Start();
        foreach (var build in (string[])["one", "one", "two"])
        {
            heart.Poll(run);
#pragma warning disable CS0612 // What every SDK sends.
            heart.Complete(run, new RespondWorkflowTaskCompletedRequest { WorkerVersionStamp = new() { BuildId = build } });
#pragma warning restore CS0612
            heart.Apply(run, new Signal("s", null, "client", "", null));
        }

        Assert.Equal([("one", 4L), ("two", 12L)], heart.State(run).ResetPoints!.Points.Select(p => (p.BuildId, p.FirstWorkflowTaskCompletedId)));
        Assert.Equal("""["unversioned","unversioned:one","unversioned:two"]""", heart.State(run).SearchAttributes!.IndexedFields["BuildIds"].Data.ToStringUtf8());
        var reset = Reset(run, 12);
        Assert.Equal([("one", reset.Key.RunId)], heart.State(reset).ResetPoints!.Points.Select(p => (p.BuildId, p.RunId)));
        Assert.Equal(heart.State(run).StartTime, heart.State(reset).OriginalStartTime);
    }

    private static PostResetOperation Options(VersioningOverride? version, string path = "versioning_override") => new()
    {
        UpdateWorkflowOptions = new() { WorkflowExecutionOptions = new() { VersioningOverride = version }, UpdateMask = new() { Paths = { path } } },
    };

    private Run Reset(Run run, long finish, params PostResetOperation[] afterwards) =>
        heart.Do(unit => new ResetWorkflow("why", finish, "r", new ReapplyEvents(true, true), afterwards).Begin(unit, unit.Find(run.Key)!));
}
