using FranceTravail.Parcours.Engine.Runs;
using Temporalio.Api.Enums.V1;

namespace FranceTravail.Parcours.Engine.Tests.Schedules;

public sealed class When_a_schedule_runs
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Fact]
    public void Should_start_its_action_at_each_time_with_the_time_in_its_id()
    {
        using var s = new ScheduledHeart(Specs.Every(3600), ScheduleOverlapPolicy.AllowAll);
        s.Pass(Hour);
        s.Pass(Hour);
        Assert.Equal("2026-11-24T09:00:00Z 2026-11-24T10:00:00Z", s.Started);
        var start = s.Action(0).Start;
        Assert.Equal("temporal-scheduler-default-s", start.Identity);
        Assert.Equal("\"2026-11-24T09:00:00Z\"", start.SearchAttributes.IndexedFields["TemporalScheduledStartTime"].Data.ToStringUtf8());
        Assert.Equal("\"s\"", start.SearchAttributes.IndexedFields["TemporalScheduledById"].Data.ToStringUtf8());
        Assert.Equal(Specs.At("2026-11-24T11:00"), s.State.WakeAt);
        Assert.Empty(s.State.Running);
    }

    [Fact]
    public void Should_take_no_time_that_came_while_it_was_paused_but_obey_a_trigger()
    {
        using var s = new ScheduledHeart(Specs.Every(3600), ScheduleOverlapPolicy.AllowAll, x => x.State.Paused = true);
        s.Pass(3 * Hour);
        Assert.Equal(0, s.State.ActionCount);
        s.Trigger("2030-01-01T01:00");
        s.Patch(new() { Unpause = "go on" });
        Assert.Equal((1, "go on", Specs.At("2026-11-24T12:00")), (s.State.ActionCount, s.State.State.Notes, s.State.WakeAt!.Value));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Should_take_a_time_whose_jitter_was_not_over_when_it_was_changed_or_paused(bool update)
    {
        var spec = Specs.Every(3600);
        spec.Jitter = TimeSpan.FromMinutes(50).ToDuration();
        using var s = new ScheduledHeart(spec, ScheduleOverlapPolicy.AllowAll);
        var due = s.State.WakeAt!.Value;
        Assert.InRange(due.Minute, 1, 50);
        s.Pass(new DateTimeOffset(due.Year, due.Month, due.Day, due.Hour, 0, 30, TimeSpan.Zero) - s.Heart.Now);
        Assert.Equal(0, s.State.ActionCount);
        if (update)
        {
            s.Update(ScheduledHeart.Given(spec, ScheduleOverlapPolicy.AllowAll, null));
        }
        else
        {
            s.Patch(new() { Pause = "wait" });
            s.Patch(new() { Unpause = "go on" });
        }

        Assert.Equal(due, s.State.WakeAt);
        s.Pass(Hour);
        Assert.Equal(1, s.State.ActionCount);
        s.Update(ScheduledHeart.Given(spec, ScheduleOverlapPolicy.AllowAll, null));
        Assert.Equal(1, s.State.ActionCount);
    }

    [Fact]
    public void Should_stop_when_its_actions_are_used_up_but_obey_a_trigger()
    {
        using var s = new ScheduledHeart(Specs.Every(3600), ScheduleOverlapPolicy.AllowAll, x => (x.State.LimitedActions, x.State.RemainingActions) = (true, 2));
        s.Pass(5 * Hour);
        Assert.Equal((2, 0, null), (s.State.ActionCount, s.State.State.RemainingActions, s.State.WakeAt));
        s.Trigger();
        Assert.Equal((3, 0), (s.State.ActionCount, s.State.State.RemainingActions));
    }

    [Fact]
    public void Should_catch_up_within_its_window_and_count_what_is_older()
    {
        using var s = new ScheduledHeart(Specs.Every(3600), ScheduleOverlapPolicy.AllowAll, x => x.Policies.CatchupWindow = (2.5 * Hour).ToDuration());
        s.Pass(10 * Hour);
        Assert.Equal((3, 7), (s.State.ActionCount, s.State.MissedCatchupWindow));
        Assert.Equal("2026-11-24T16:00:00Z 2026-11-24T17:00:00Z 2026-11-24T18:00:00Z", s.Started);
    }

    [Fact]
    public void Should_catch_up_with_many_times_in_turns_of_bounded_work()
    {
        using var s = new ScheduledHeart(Specs.Every(1));
        s.Pass(Hour);
        Assert.Equal(1000, s.State.ActionCount + s.State.OverlapSkipped);
        for (var turn = 0; turn < 10 && s.State.WakeAt - s.Heart.Now < TimeSpan.FromMilliseconds(50); turn++)
        {
            s.Pass(TimeSpan.FromMilliseconds(20));
        }

        Assert.InRange(s.State.ActionCount + s.State.OverlapSkipped, 3600, 3700);
        Assert.Equal(1, s.State.ActionCount);
    }

    [Fact]
    public void Should_run_no_time_before_its_last_update()
    {
        using var s = new ScheduledHeart(Specs.Cron("0 0 1 1 *"), ScheduleOverlapPolicy.AllowAll);
        s.Pass(5 * Hour);
        s.Update(ScheduledHeart.Given(Specs.Every(3600), ScheduleOverlapPolicy.AllowAll, null));
        s.Pass(Hour);
        Assert.Equal("2026-11-24T14:00:00Z", s.Started);
        Assert.NotNull(s.State.UpdateTime);
    }

    [Fact]
    public void Should_drop_an_update_that_saw_another_version()
    {
        using var s = new ScheduledHeart();
        var seen = s.State.ConflictToken;
        s.Update(ScheduledHeart.Given(Specs.Every(10), default, null), seen);
        s.Update(ScheduledHeart.Given(Specs.Every(20), default, null), seen);
        Assert.Equal(10, s.State.Spec.Interval[0].Interval.Seconds);
    }

    [Fact]
    public void Should_change_once_for_a_request_that_is_repeated()
    {
        using var s = new ScheduledHeart(overlap: ScheduleOverlapPolicy.BufferAll);
        foreach (var id in (string[])["one", "one", "two", "", ""])
        {
            s.Patch(new() { TriggerImmediately = new() }, id);
        }

        Assert.Equal(4, s.State.ActionCount + s.State.Buffer.Count);
    }
}
