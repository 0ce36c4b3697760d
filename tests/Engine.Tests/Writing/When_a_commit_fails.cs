using FranceTravail.Parcours.Engine.Refusals;
using FranceTravail.Parcours.Engine.Runs.Starting;
using FranceTravail.Parcours.Engine.Runs.WorkflowTasks;
using FranceTravail.Parcours.Engine.Tests.Support;

namespace FranceTravail.Parcours.Engine.Tests.Writing;

public sealed class When_a_commit_fails : IAsyncDisposable
{
    private readonly StoreOnStrike store = new();
    private readonly EngineUnderTest engine;

    public When_a_commit_fails() => engine = new EngineUnderTest(store);

    public ValueTask DisposeAsync() => engine.DisposeAsync();

    [Fact]
    public async Task Should_let_the_poller_go_and_hand_the_task_out_later()
    {
        await engine.StartAsync("w");
        store.OnStrike = true;
        Assert.Null(await engine.PollAsync());
        Assert.Null(await PollUntilRefusedTwiceAsync());
        store.OnStrike = false;
        Assert.IsType<StartedTask>(await engine.PollAsync());
    }

    [Fact]
    public async Task Should_not_try_the_same_task_again_and_again()
    {
        await engine.StartAsync("w");
        store.OnStrike = true;
        var polls = Task.WhenAll(Enumerable.Range(0, 20).Select(_ => engine.PollAsync()));
        await Task.WhenAny(polls, Task.Delay(TimeSpan.FromMilliseconds(500), TestContext.Current.CancellationToken));
        Assert.InRange(store.Refused, 1, 3);
        store.OnStrike = false;
    }

    [Fact]
    public async Task Should_still_act_upon_a_deadline_that_came_meanwhile()
    {
        await engine.StartAsync("w", TimeSpan.FromMinutes(1));
        store.OnStrike = true;
        engine.Clock.MoveTo(engine.Clock.GetUtcNow() + TimeSpan.FromMinutes(1));
        engine.Core.Deadlines.Wake();
        Assert.True(SpinWait.SpinUntil(() => store.Refused > 0, TimeSpan.FromSeconds(10)));
        store.OnStrike = false;
        Assert.IsType<StartedTask>(await engine.PollAsync());
    }

    [Fact]
    public async Task Should_not_refuse_a_request_because_of_one_that_was_not_kept()
    {
        Task<StartAnswer>[] starts;
        using (await engine.HoldWriterAsync())
        {
            starts = [engine.StartAsync("w"), engine.StartAsync("w")];
            store.OnStrike = true;
        }

        foreach (var start in starts)
        {
            Assert.Equal(RefusalKind.Unavailable, (await Assert.ThrowsAsync<Refusal>(() => start)).Kind);
        }
    }

    private async Task<object?> PollUntilRefusedTwiceAsync()
    {
        while (store.Refused < 2)
        {
            if (await engine.PollAsync() is { } task)
            {
                return task;
            }
        }

        return null;
    }
}
