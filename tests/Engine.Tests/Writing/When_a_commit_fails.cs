using FranceTravail.Parcours.Engine.Refusals;
using FranceTravail.Parcours.Engine.Runs.Starting;
using FranceTravail.Parcours.Engine.Runs.WorkflowTasks;
using FranceTravail.Parcours.Engine.Tests.Support;

namespace FranceTravail.Parcours.Engine.Tests.Writing;

public sealed class When_a_commit_fails : IAsyncDisposable
{
    private readonly EngineUnderTest engine;
    private volatile bool onStrike;
    private volatile int refused;

    public When_a_commit_fails() => engine = new EngineUnderTest(new StoreThatLies { Refuses = _ => onStrike ? NoSpace() : null });

    public ValueTask DisposeAsync() => engine.DisposeAsync();

    [Fact]
    public async Task Should_let_the_poller_go_and_hand_the_task_out_later()
    {
        await engine.StartAsync("w");
        onStrike = true;
        Assert.Null(await engine.PollAsync());
        Assert.Null(await PollUntilRefusedTwiceAsync());
        onStrike = false;
        Assert.IsType<StartedTask>(await engine.PollAsync());
    }

    [Fact]
    public async Task Should_not_try_the_same_task_again_and_again()
    {
        await engine.StartAsync("w");
        onStrike = true;
        var polls = Task.WhenAll(Enumerable.Range(0, 20).Select(_ => engine.PollAsync()));
        await Task.WhenAny(polls, Task.Delay(TimeSpan.FromMilliseconds(500), TestContext.Current.CancellationToken));
        Assert.InRange(refused, 1, 3);
        onStrike = false;
    }

    [Fact]
    public async Task Should_still_act_upon_a_deadline_that_came_meanwhile()
    {
        await engine.StartAsync("w", TimeSpan.FromMinutes(1));
        onStrike = true;
        engine.Clock.MoveTo(engine.Clock.GetUtcNow() + TimeSpan.FromMinutes(1));
        engine.Core.Deadlines.Wake();
        Assert.True(SpinWait.SpinUntil(() => refused > 0, TimeSpan.FromSeconds(10)));
        onStrike = false;
        Assert.IsType<StartedTask>(await engine.PollAsync());
    }

    [Fact]
    public async Task Should_not_refuse_a_request_because_of_one_that_was_not_kept()
    {
        Task<StartAnswer>[] starts;
        using (await engine.HoldWriterAsync())
        {
            starts = [engine.StartAsync("w"), engine.StartAsync("w")];
            onStrike = true;
        }

        foreach (var start in starts)
        {
            Assert.Equal(RefusalKind.Unavailable, (await Assert.ThrowsAsync<Refusal>(() => start)).Kind);
        }
    }

    private async Task<object?> PollUntilRefusedTwiceAsync()
    {
        while (refused < 2)
        {
            if (await engine.PollAsync() is { } task)
            {
                return task;
            }
        }

        return null;
    }

    private IOException NoSpace()
    {
        Interlocked.Increment(ref refused);
        return new("no space left");
    }
}
