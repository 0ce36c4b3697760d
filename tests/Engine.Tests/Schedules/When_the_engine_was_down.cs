using FranceTravail.Parcours.Engine.Tests.Support;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Schedule.V1;

namespace FranceTravail.Parcours.Engine.Tests.Schedules;

public sealed class When_the_engine_was_down(RunningEngine engine) : IClassFixture<RunningEngine>
{
    [Fact(Timeout = 60_000)]
    public async Task Should_run_every_time_that_came_meanwhile_once_and_in_order()
    {
        await engine.Client.Connection.WorkflowService.CreateScheduleAsync(new()
        {
            Namespace = "default",
            ScheduleId = "s",
            RequestId = "create",
            Schedule = ScheduledHeart.Given(Specs.Every(1), ScheduleOverlapPolicy.AllowAll, null),
        });
        await UntilAsync(2, TestContext.Current.CancellationToken);
        await engine.RestartAsync(down: TimeSpan.FromSeconds(3));
        var info = await UntilAsync(6, TestContext.Current.CancellationToken);
        var times = info.RecentActions.Select(a => a.ScheduleTime.Seconds).ToList();
        Assert.Equal(Enumerable.Range(0, times.Count).Select(n => times[0] + n), times);
        Assert.Equal((0, 0), (info.MissedCatchupWindow, info.BufferDropped));
    }

    /// <summary>Waits until the schedule has taken that many actions.</summary>
    private async Task<ScheduleInfo> UntilAsync(int actions, CancellationToken cancelled)
    {
        while (true)
        {
            var described = await engine.Client.Connection.WorkflowService.DescribeScheduleAsync(new() { Namespace = "default", ScheduleId = "s" });
            if (described.Info.ActionCount >= actions)
            {
                return described.Info;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), cancelled);
        }
    }
}
