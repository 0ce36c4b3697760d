using FranceTravail.Parcours.Engine.Refusals;
using FranceTravail.Parcours.Engine.Runs.Activities;
using FranceTravail.Parcours.Engine.Runs.Signals;
using FranceTravail.Parcours.Engine.Runs.Updates;
using FranceTravail.Parcours.Engine.Tests.Support;
using Google.Protobuf;
using Temporalio.Api.Command.V1;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Failure.V1;

namespace FranceTravail.Parcours.Engine.Tests.Runs;

public sealed class When_a_run_reaches_its_limits : IDisposable
{
    private readonly Heart heart = new(new EngineLimits { Pending = 2, Signals = 1, Updates = 2, BlobSize = 2000, MemoSize = 1000, LargeBlobSize = 500 });

    public static TheoryData<CommandType, string> Pending => new()
    {
        { CommandType.ScheduleActivityTask, "PendingActivitiesLimitExceeded: the number of pending activities, 2, has reached the per-workflow limit of 2" },
        { CommandType.StartChildWorkflowExecution, "PendingChildWorkflowsLimitExceeded: the number of pending child workflow executions, 2, has reached the per-workflow limit of 2" },
        { CommandType.SignalExternalWorkflowExecution, "PendingSignalsLimitExceeded: the number of pending signals to external workflows, 2, has reached the per-workflow limit of 2" },
        { CommandType.RequestCancelExternalWorkflowExecution, "PendingRequestCancelLimitExceeded: the number of pending requests to cancel external workflows, 2, has reached the per-workflow limit of 2" },
    };

    public void Dispose() => heart.Dispose();

    [Theory]
    [MemberData(nameof(Pending))]
    public void Should_refuse_one_command_more_than_may_be_pending_also_within_one_task(CommandType type, string message)
    {
        var run = heart.Start();
        heart.Poll(run);
        var refused = Assert.Throws<Refusal>(() => heart.Complete(run, [.. Enumerable.Range(0, 3).Select(n => Numbered(type, n))]));
        Assert.Equal(message, refused.Message);
        Assert.EndsWith("WorkflowTaskFailed", heart.Types(run), StringComparison.Ordinal);
    }

    [Fact]
    public void Should_refuse_a_signal_and_tell_a_sending_workflow_why()
    {
        var (sender, target) = (heart.Start("sender"), heart.Start("target"));
        heart.Apply(target, new Signal("s", null, "client", "once", null));
        Assert.Equal("exceeded workflow execution limit for signal events", Assert.Throws<Refusal>(() => heart.Apply(target, new Signal("s", null, "client", "", null))).Message);
        Assert.False(heart.Apply(target, new Signal("s", null, "client", "once", null)));
        heart.Work(sender, Do.Signal("target"));
        var failed = Assert.Single(heart.History(sender), e => e.EventType == EventType.SignalExternalWorkflowExecutionFailed);
        Assert.Equal(SignalExternalWorkflowExecutionFailedCause.SignalCountLimitExceeded, failed.SignalExternalWorkflowExecutionFailedEventAttributes.Cause);
    }

    [Fact]
    public void Should_refuse_an_update_beyond_their_number_with_advice()
    {
        var run = heart.Start();
        heart.Apply(run, Update("one"));
        heart.Apply(run, Update("two"));
        var refused = Assert.Throws<Refusal>(() => heart.Apply(run, Update("three")));
        Assert.Equal(RefusalKind.FailedPrecondition, refused.Kind);
        Assert.StartsWith("The limit on the total number of distinct updates in this workflow has been reached (2). Make sure", refused.Message, StringComparison.Ordinal);
        Assert.False(heart.Apply(run, Update("two")));
    }

    [Fact]
    public void Should_end_a_run_whose_memo_grows_too_large()
    {
        var run = heart.Start();
        heart.Work(run, Memo("a", 600));
        heart.Apply(run, new Signal("s", null, "client", "", null));
        heart.Poll(run);
        var refused = Assert.Throws<Refusal>(() => heart.Complete(run, Memo("b", 600)));
        Assert.Equal("BadModifyWorkflowPropertiesAttributes: ModifyWorkflowPropertiesCommandAttributes. Memo exceeds size limit.", refused.Message);
        Assert.Equal(WorkflowExecutionStatus.Terminated, heart.State(run).Status);
    }

    [Fact]
    public void Should_keep_a_repeated_task_in_flight_whatever_is_too_large_in_its_completion()
    {
        var run = heart.Start();
        heart.Poll(run);
        Assert.Throws<Refusal>(() => heart.Complete(run, Do.Timer("", 1)));
        heart.Poll(run);
        Assert.Throws<Refusal>(() => heart.Complete(run, Do.Marker(3000)));
        Assert.True(heart.State(run).TaskInFlight);
        heart.Complete(run, Do.Complete());
        Assert.Equal(WorkflowExecutionStatus.Completed, heart.State(run).Status);
    }

    [Fact]
    public void Should_drop_heartbeat_details_that_are_too_large_and_say_so()
    {
        var run = heart.Start();
        heart.Work(run, Do.Activity("a"));
        var activity = heart.State(run).Activities.Values.Single();
        heart.Apply(run, new StartActivity(activity.ScheduledEventId, activity.Serial, "worker"));
        var refused = heart.Apply(run, new FailActivity(
            new ActivityRef(0, 0, "a"), new Failure { ApplicationFailureInfo = new() }, new Payloads { Payloads_ = { Bytes(3000) } }, "worker"));
        Assert.Equal("Heartbeat details exceed size limit.", Assert.Single(refused).Message);
        Assert.Null(heart.State(run).Activities.Values.Single().HeartbeatDetails);
    }

    private static AdmitUpdate Update(string id) => new(new() { Meta = new() { UpdateId = id }, Input = new() { Name = "u" } });

    private static Payload Bytes(int size) => new() { Data = ByteString.CopyFrom(new byte[size]) };

    private static Command Memo(string key, int bytes) => new()
    {
        CommandType = CommandType.ModifyWorkflowProperties,
        ModifyWorkflowPropertiesCommandAttributes = new() { UpsertedMemo = new() { Fields = { { key, Bytes(bytes) } } } },
    };

    private static Command Numbered(CommandType type, int n) => type switch
    {
        CommandType.ScheduleActivityTask => Do.Activity($"a{n}"),
        CommandType.StartChildWorkflowExecution => Do.Child($"c{n}"),
        CommandType.SignalExternalWorkflowExecution => Do.Signal("nobody"),
        _ => new() { CommandType = type, RequestCancelExternalWorkflowExecutionCommandAttributes = new() { WorkflowId = "nobody" } },
    };
}
