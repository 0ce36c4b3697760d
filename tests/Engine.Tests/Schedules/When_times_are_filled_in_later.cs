using FranceTravail.Parcours.Engine.Tests.Support;
using Temporalio.Api.Enums.V1;

namespace FranceTravail.Parcours.Engine.Tests.Schedules;

public sealed class When_times_are_filled_in_later
{
    [Fact]
    public void Should_run_each_time_of_the_range_its_ends_included_also_while_paused()
    {
        using var s = new ScheduledHeart(Specs.Every(3600), change: x => x.State.Paused = true);
        s.Backfill("2020-01-01T01:00", "2020-01-01T04:00", ScheduleOverlapPolicy.AllowAll);
        Assert.Equal("2020-01-01T01:00:00Z 2020-01-01T02:00:00Z 2020-01-01T03:00:00Z 2020-01-01T04:00:00Z", s.Started);
        Assert.Empty(s.State.Running);
        Assert.Empty(s.State.Backfills);
    }

    [Fact]
    public void Should_take_a_part_at_a_time()
    {
        using var s = new ScheduledHeart(Specs.Every(3600), change: x => x.State.Paused = true);
        s.Backfill("2020-01-01", "2020-01-02", ScheduleOverlapPolicy.AllowAll);
        Assert.Equal(10, s.State.ActionCount);
        Assert.NotNull(s.State.WakeAt);
        s.Pass(TimeSpan.FromSeconds(1));
        s.Pass(TimeSpan.FromSeconds(1));
        Assert.Equal((25, null), (s.State.ActionCount, s.State.WakeAt));
    }

    [Fact]
    public void Should_go_on_when_what_runs_closes()
    {
        using var s = new ScheduledHeart(Specs.Every(3600), change: x => x.State.Paused = true);
        s.Backfill("2020-01-01", "2020-01-01T11:00", ScheduleOverlapPolicy.BufferAll);
        for (var closed = 0; closed < 12; closed++)
        {
            Assert.Equal(closed + 1, s.State.ActionCount);
            s.Heart.Work(s.Action(Math.Min(closed, 9)), Do.Complete());
        }

        Assert.Equal((12, 0, 0), (s.State.ActionCount, s.State.Buffer.Count, s.State.Backfills.Count));
    }
}
