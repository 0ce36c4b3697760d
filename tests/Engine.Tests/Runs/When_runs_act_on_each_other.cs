using FranceTravail.Parcours.Engine.Refusals;
using FranceTravail.Parcours.Engine.Runs.Closing;
using FranceTravail.Parcours.Engine.Tests.Support;
using Temporalio.Api.Enums.V1;

namespace FranceTravail.Parcours.Engine.Tests.Runs;

public sealed class When_runs_act_on_each_other : IDisposable
{
    private readonly Heart heart = new();

    public void Dispose() => heart.Dispose();

    [Fact]
    public void Should_start_a_child_and_tell_its_parent_in_one_unit_of_work()
    {
        var parent = heart.Start("parent");
        heart.Work(parent, Do.Child("child"));
        var child = heart.Current("child");
        Assert.NotNull(heart.State(child).Task);
        Assert.Contains("ChildWorkflowExecutionStarted WorkflowTaskScheduled", heart.Types(parent), StringComparison.Ordinal);
        heart.Work(child, Do.Complete());
        Assert.Contains("ChildWorkflowExecutionCompleted", heart.Types(parent), StringComparison.Ordinal);
    }

    [Fact]
    public void Should_tell_the_parent_of_a_child_that_is_deleted_while_it_runs()
    {
        var parent = heart.Start("parent");
        heart.Work(parent, Do.Child("child"));
        heart.Do(unit =>
        {
            unit.TerminateAndDelete(heart.Current("child"));
            return true;
        });
        Assert.EndsWith("ChildWorkflowExecutionTerminated", heart.Types(parent), StringComparison.Ordinal);
    }

    [Fact]
    public void Should_replace_the_open_run_of_a_childs_id_when_the_policy_says_so_but_never_the_parent()
    {
        var parent = heart.Start("parent");
        var old = heart.Start("child");
        heart.Work(parent, Replacing("child"), Replacing("parent"));
        var child = heart.Current("child");
        Assert.NotEqual(old.Key, child.Key);
        var end = heart.History(old)[^1].WorkflowExecutionTerminatedEventAttributes;
        Assert.Equal("TerminateIfRunning WorkflowIdReusePolicy", end.Reason);
        Assert.Contains(child.Key.RunId, end.Details.Payloads_[0].Data.ToStringUtf8(), StringComparison.Ordinal);
        Assert.Contains("ChildWorkflowExecutionStarted", heart.Types(parent), StringComparison.Ordinal);
        Assert.Contains("StartChildWorkflowExecutionFailed", heart.Types(parent), StringComparison.Ordinal);
        Assert.True(heart.State(parent).Open);
    }

    [Theory]
    [InlineData(ParentClosePolicy.Terminate, WorkflowExecutionStatus.Terminated)]
    [InlineData(ParentClosePolicy.Abandon, WorkflowExecutionStatus.Running)]
    [InlineData(ParentClosePolicy.RequestCancel, WorkflowExecutionStatus.Running)]
    public void Should_close_children_by_their_policy(ParentClosePolicy policy, WorkflowExecutionStatus status)
    {
        var parent = heart.Start("parent");
        heart.Work(parent, Do.Child("child", policy));
        heart.Work(parent, Do.Complete());
        var child = heart.State(heart.Current("child"));
        Assert.Equal(status, child.Status);
        Assert.Equal(policy == ParentClosePolicy.RequestCancel, child.CancelRequested);
    }

    [Fact]
    public void Should_start_no_child_of_a_parent_that_closes_in_the_same_task()
    {
        var parent = heart.Start("parent");
        heart.Work(parent, Do.Child("child", ParentClosePolicy.Abandon), Do.Complete());
        Assert.Null(heart.Do(unit => unit.Current("default", "child")));
    }

    [Fact]
    public void Should_go_on_in_a_new_run_that_is_at_least_a_second_younger()
    {
        var run = heart.Start();
        heart.Work(run, Do.ContinueAsNew());
        var next = heart.Current();
        Assert.Equal(WorkflowExecutionStatus.ContinuedAsNew, heart.State(run).Status);
        Assert.Equal(run.Key.RunId, next.Start.ContinuedExecutionRunId);
        Assert.Null(heart.State(next).Task);
        heart.Pass(next, TimeSpan.FromSeconds(1));
        Assert.NotNull(heart.State(next).Task);
    }

    [Fact]
    public void Should_replace_an_open_run_when_the_policy_says_so()
    {
        var first = heart.Start();
        var second = heart.Start(change: r => r.WorkflowIdConflictPolicy = WorkflowIdConflictPolicy.TerminateExisting);
        Assert.Equal(WorkflowExecutionStatus.Terminated, heart.State(first).Status);
        Assert.True(heart.State(second).Open);
    }

    [Fact]
    public void Should_answer_a_repeated_start_with_the_same_run()
    {
        var first = heart.Start(change: r => r.RequestId = "one");
        heart.Apply(first, new Terminate("", null, "client"));
        var again = heart.Start(change: r =>
        {
            r.RequestId = "one";
            r.WorkflowIdReusePolicy = WorkflowIdReusePolicy.RejectDuplicate;
        });
        Assert.Equal(first.Key, again.Key);
    }

    [Fact]
    public void Should_refuse_wrong_search_attributes_before_it_looks_whether_the_workflow_runs()
    {
        heart.Start();
        var refused = Assert.Throws<Refusal>(() => heart.Start(change: r => r.SearchAttributes = new() { IndexedFields = { { "Nobody", new() } } }));
        Assert.Equal("Namespace default has no mapping defined for search attribute Nobody", refused.Message);
    }

    private static Temporalio.Api.Command.V1.Command Replacing(string id)
    {
        var command = Do.Child(id);
#pragma warning disable CS0612 // Old clients send it, and for children it is the only way to ask for this.
        command.StartChildWorkflowExecutionCommandAttributes.WorkflowIdReusePolicy = WorkflowIdReusePolicy.TerminateIfRunning;
#pragma warning restore CS0612
        return command;
    }
}
