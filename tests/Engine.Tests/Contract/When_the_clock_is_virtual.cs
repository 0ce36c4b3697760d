using FranceTravail.Parcours.Engine.Tests.Support;
using Google.Protobuf.WellKnownTypes;

namespace FranceTravail.Parcours.Engine.Tests.Contract;

public sealed class When_the_clock_is_virtual : IAsyncLifetime
{
    private readonly RunningEngine engine = new() { VirtualClock = true };

    public ValueTask InitializeAsync() => engine.InitializeAsync();

    public ValueTask DisposeAsync() => engine.DisposeAsync();

    [Fact]
    public Task Should_pass_a_year_of_timers_in_a_moment_and_stand_still_when_locked() => engine.WithWorkerAsync(async queue =>
    {
        var before = engine.Clock.GetUtcNow();
        var handle = await engine.Client.StartWorkflowAsync((Samples.Steps w) => w.RunAsync("a", 365 * 86_400), new("year", queue));
        await handle.SignalAsync(w => w.EndAsync());
        Assert.True(engine.Clock.GetUtcNow() - before < TimeSpan.FromHours(1));
        await engine.Client.Connection.TestService.UnlockTimeSkippingWithSleepAsync(new() { Duration = Duration.FromTimeSpan(TimeSpan.FromDays(366)) });
        Assert.Equal("a", await handle.GetResultAsync());
        Assert.InRange(engine.Clock.GetUtcNow() - before, TimeSpan.FromDays(366), TimeSpan.FromDays(367));
        return true;
    });

    [Fact]
    public async Task Should_reach_every_deadline_at_its_own_time_and_go_on_from_there_after_a_restart()
    {
        var then = await engine.WithWorkerAsync(async queue =>
        {
            var first = await engine.Client.StartWorkflowAsync((Samples.Steps w) => w.RunAsync("a", 86_400), new("first", queue));
            var second = await engine.Client.StartWorkflowAsync((Samples.Steps w) => w.RunAsync("b", 2 * 86_400), new("second", queue));
            await first.SignalAsync(w => w.EndAsync());
            await second.SignalAsync(w => w.EndAsync());
            await engine.Client.Connection.TestService.UnlockTimeSkippingWithSleepAsync(new() { Duration = Duration.FromTimeSpan(TimeSpan.FromDays(3)) });
            await Task.WhenAll(first.GetResultAsync(), second.GetResultAsync());
            var closed = await Task.WhenAll(first.DescribeAsync(), second.DescribeAsync());
            Assert.InRange(closed[1].CloseTime!.Value - closed[0].CloseTime!.Value, TimeSpan.FromHours(23), TimeSpan.FromHours(25));
            return engine.Clock.GetUtcNow();
        });
        await engine.RestartAsync();
        Assert.InRange(engine.Clock.GetUtcNow() - then, TimeSpan.Zero, TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task Should_let_an_activity_give_up_its_own_lock_while_it_sleeps()
    {
        var service = engine.Client.Connection.WorkflowService;
        var queue = new Temporalio.Api.TaskQueue.V1.TaskQueue { Name = "sleepers" };
        await service.StartWorkflowExecutionAsync(new() { Namespace = "default", WorkflowId = "sleeper", WorkflowType = new() { Name = "Any" }, TaskQueue = queue });
        var task = await service.PollWorkflowTaskQueueAsync(new() { Namespace = "default", TaskQueue = queue, Identity = "w" });
        await service.RespondWorkflowTaskCompletedAsync(new() { Namespace = "default", TaskToken = task.TaskToken, Commands = { Do.Activity("a", 7 * 86_400), Do.Timer("t", 30 * 86_400) } });
        await service.PollActivityTaskQueueAsync(new() { Namespace = "default", TaskQueue = new() { Name = "queue" }, Identity = "w" });
        var test = engine.Client.Connection.TestService;
        var before = engine.Clock.GetUtcNow();
        await test.UnlockTimeSkippingAsync(new());
        await test.UnlockTimeSkippingWithSleepAsync(new() { Duration = Duration.FromTimeSpan(TimeSpan.FromDays(1)) });
        Assert.InRange(engine.Clock.GetUtcNow() - before, TimeSpan.FromDays(1), TimeSpan.FromDays(1.1));
    }

    [Fact]
    public async Task Should_not_stand_still_for_a_task_whose_worker_went_away_with_the_engine()
    {
        var service = engine.Client.Connection.WorkflowService;
        await service.StartWorkflowExecutionAsync(new()
        {
            Namespace = "default",
            WorkflowId = "orphan",
            WorkflowType = new() { Name = "Any" },
            TaskQueue = new() { Name = "orphans" },
            WorkflowTaskTimeout = Duration.FromTimeSpan(TimeSpan.FromSeconds(100)),
        });
        await service.PollWorkflowTaskQueueAsync(new() { Namespace = "default", TaskQueue = new() { Name = "orphans" }, Identity = "gone" });
        await engine.RestartAsync();
        var poll = engine.Client.Connection.WorkflowService.PollWorkflowTaskQueueAsync(new() { Namespace = "default", TaskQueue = new() { Name = "orphans" }, Identity = "next" });
        await engine.Client.Connection.TestService.UnlockTimeSkippingAsync(new());
        Assert.Equal(2, (await poll.WaitAsync(TimeSpan.FromSeconds(20))).Attempt);
    }
}
