using FranceTravail.Parcours.Engine.Tests.Support;
using Temporalio.Api.Enums.V1;

namespace FranceTravail.Parcours.Engine.Tests.Runs;

public sealed class When_a_run_has_many_timers
{
    [Fact]
    public void Should_start_and_fire_them_in_order_without_holding_up_the_others()
    {
        const int count = 20_000;
        using var heart = new Heart();
        var run = heart.Start();
        var began = System.Diagnostics.Stopwatch.GetTimestamp();
        heart.Work(run, [.. Enumerable.Range(0, count).Select(i => Do.Timer($"t{i}", 60 - (i % 2)))]);
        heart.Pass(run, TimeSpan.FromSeconds(61));
        Assert.InRange(System.Diagnostics.Stopwatch.GetElapsedTime(began), TimeSpan.Zero, TimeSpan.FromSeconds(8));
        var fired = heart.History(run).Where(e => e.EventType == EventType.TimerFired).Select(e => e.TimerFiredEventAttributes.StartedEventId).ToList();
        Assert.Equal(count, fired.Count);
        Assert.Equal([.. fired.Order().Where(id => id % 2 == fired[0] % 2), .. fired.Order().Where(id => id % 2 != fired[0] % 2)], fired);
        Assert.Equal(EventType.WorkflowTaskScheduled, heart.History(run)[^1].EventType);
    }
}
