using FranceTravail.Parcours.Engine.Refusals;
using FranceTravail.Parcours.Engine.Runs.Closing;
using FranceTravail.Parcours.Engine.Runs.Reset;
using FranceTravail.Parcours.Engine.Tests.Support;
using Temporalio.Api.Command.V1;
using Temporalio.Api.Enums.V1;

namespace FranceTravail.Parcours.Engine.Tests.Schedules;

public sealed class When_what_a_schedule_started_goes_on
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Theory]
    [InlineData(ScheduleOverlapPolicy.Skip, 1, 2, 0, 1)]
    [InlineData(ScheduleOverlapPolicy.BufferOne, 1, 1, 1, 1)]
    [InlineData(ScheduleOverlapPolicy.BufferAll, 1, 0, 2, 1)]
    [InlineData(ScheduleOverlapPolicy.CancelOther, 1, 0, 2, 1)]
    [InlineData(ScheduleOverlapPolicy.TerminateOther, 3, 0, 0, 1)]
    [InlineData(ScheduleOverlapPolicy.AllowAll, 3, 0, 0, 0)]
    public void Should_do_by_its_overlap_policy_what_comes_while_an_action_runs(ScheduleOverlapPolicy policy, int started, int skipped, int waiting, int running)
    {
        using var s = new ScheduledHeart(overlap: policy);
        foreach (var time in (string[])["2030-01-01T01:00", "2030-01-01T02:00", "2030-01-01T03:00"])
        {
            s.Trigger(time);
        }

        Assert.Equal((started, skipped, waiting, running), ((int)s.State.ActionCount, (int)s.State.OverlapSkipped, s.State.Buffer.Count, s.State.Running.Count));
        Assert.Equal(policy == ScheduleOverlapPolicy.CancelOther, s.Heart.State(s.Action(0)).CancelRequested);
        Assert.Equal(policy == ScheduleOverlapPolicy.TerminateOther ? WorkflowExecutionStatus.Terminated : WorkflowExecutionStatus.Running, s.Heart.State(s.Action(0)).Status);
    }

    [Fact]
    public void Should_start_what_waits_when_an_action_closes_and_give_it_the_last_result()
    {
        using var s = new ScheduledHeart(overlap: ScheduleOverlapPolicy.BufferAll);
        s.Trigger("2030-01-01T01:00");
        s.Trigger("2030-01-01T02:00");
        var complete = new Command
        {
            CommandType = CommandType.CompleteWorkflowExecution,
            CompleteWorkflowExecutionCommandAttributes = new() { Result = new() { Payloads_ = { new Temporalio.Api.Common.V1.Payload { Data = Google.Protobuf.ByteString.CopyFromUtf8("1") } } } },
        };
        s.Heart.Work(s.Action(0), complete);
        Assert.Equal((2, 0, 1), (s.State.ActionCount, s.State.Buffer.Count, s.State.Running.Count));
        Assert.Equal(WorkflowExecutionStatus.Completed, s.State.Recent[0].Status);
        Assert.Equal("1", s.Action(1).Start.LastCompletionResult.Payloads_[0].Data.ToStringUtf8());
    }

    [Fact]
    public void Should_wait_for_the_end_of_the_whole_chain()
    {
        using var s = new ScheduledHeart(overlap: ScheduleOverlapPolicy.BufferAll);
        s.Trigger("2030-01-01T01:00");
        s.Trigger("2030-01-01T02:00");
        s.Heart.Work(s.Action(0), Do.ContinueAsNew());
        Assert.Equal(1, s.State.ActionCount);
        var second = s.Action(0);
        s.Heart.Pass(second, TimeSpan.FromSeconds(1));
        s.Heart.Work(second, Do.Complete());
        Assert.Equal(2, s.State.ActionCount);
    }

    [Fact]
    public void Should_pause_when_an_action_fails_if_told_to()
    {
        using var s = new ScheduledHeart(Specs.Every(3600), change: x => x.Policies.PauseOnFailure = true);
        s.Pass(Hour);
        s.Heart.Work(s.Action(0), new Command
        {
            CommandType = CommandType.FailWorkflowExecution,
            FailWorkflowExecutionCommandAttributes = new() { Failure = new() { Message = "no" } },
        });
        Assert.Equal((true, "paused due to workflow failure: act-2026-11-24T09:00:00Z: no"), (s.State.State.Paused, s.State.State.Notes));
        Assert.Equal("true", s.Run.State.SearchAttributes!.IndexedFields["TemporalSchedulePaused"].Data.ToStringUtf8());
        Assert.Null(s.State.WakeAt);
    }

    [Fact]
    public void Should_follow_what_it_started_when_that_is_reset_or_deleted()
    {
        using var s = new ScheduledHeart(overlap: ScheduleOverlapPolicy.BufferAll);
        s.Trigger("2030-01-01T01:00");
        s.Trigger("2030-01-01T02:00");
        s.Trigger("2030-01-01T03:00");
        var first = s.Action(0);
        s.Heart.Work(first, Do.Timer("t", 1000));
        var reset = s.Heart.Do(unit => new ResetWorkflow("again", 4, "", new ReapplyEvents(false, false), []).Begin(unit, unit.Find(first.Key)!));
        Assert.Equal((1, 1), (s.State.ActionCount, s.State.Running.Count));
        s.Heart.Work(reset, Do.Complete());
        Assert.Equal(2, s.State.ActionCount);
        s.Heart.Do(unit =>
        {
            unit.Apply(s.Action(1).Key, new Terminate("", null, ""));
            unit.Delete(unit.Find(s.Action(1).Key)!);
            return true;
        });
        Assert.Equal((3, 1), (s.State.ActionCount, s.State.Running.Count));
    }

    [Fact]
    public void Should_go_on_after_a_start_that_is_refused()
    {
        using var s = new ScheduledHeart(overlap: ScheduleOverlapPolicy.BufferAll);
        s.Heart.Start("act-2030-01-01T01:00:00Z");
        s.Trigger("2030-01-01T01:00");
        Assert.Equal((0, 0, false), (s.State.ActionCount, s.State.Buffer.Count, s.State.IsRunning));
        s.Trigger("2030-01-01T02:00");
        Assert.Equal(1, s.State.ActionCount);
    }

    [Fact]
    public void Should_take_no_more_starts_than_its_buffer_holds()
    {
        using var s = new ScheduledHeart(Specs.Every(1), ScheduleOverlapPolicy.BufferAll);
        s.Pass(TimeSpan.FromMinutes(30));
        s.Pass(TimeSpan.FromMilliseconds(20));
        Assert.Equal(1000, s.State.Buffer.Count);
        Assert.True(s.State.BufferDropped > 0);
    }

    [Fact]
    public void Should_forget_what_runs_when_it_is_deleted()
    {
        using var s = new ScheduledHeart();
        s.Trigger();
        s.Heart.Apply(s.Run, new Terminate("", null, ""));
        s.Heart.Work(s.Action(0), Do.Complete());
        Assert.Throws<Refusal>(() => s.Trigger());
        Assert.Null(Engine.Runs.Deadlines.Deadline.Next(s.Run.State));
    }
}
