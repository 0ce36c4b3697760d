using FranceTravail.Parcours.Engine.Refusals;
using FranceTravail.Parcours.Engine.Runs.Signals;
using FranceTravail.Parcours.Engine.Runs.WorkflowTasks;
using FranceTravail.Parcours.Engine.Tests.Support;

namespace FranceTravail.Parcours.Engine.Tests.Writing;

public sealed class When_a_commit_is_kept_and_fails_all_the_same : IAsyncDisposable
{
    private readonly StoreThatLies store = new();
    private readonly EngineUnderTest engine;

    public When_a_commit_is_kept_and_fails_all_the_same() => engine = new EngineUnderTest(store);

    public ValueTask DisposeAsync() => engine.DisposeAsync();

    [Fact]
    public async Task Should_answer_that_it_is_done()
    {
        store.Lies = true;
        var run = (await engine.StartAsync("w")).Run;
        await engine.Core.Writer.SubmitAsync(unit => unit.Apply(run.Key, new Signal("s", null, "client", "", null)));
        Assert.Equal(1, engine.Core.Cache.Find(run.Key)!.State.SignalCount);
        Assert.IsType<StartedTask>(await engine.PollAsync());
    }

    [Fact]
    public async Task Should_write_nothing_else_until_it_is_known_and_then_go_on_from_what_was_kept()
    {
        (store.Lies, store.IsMute) = (true, true);
        Assert.Equal(RefusalKind.Unavailable, (await Assert.ThrowsAsync<Refusal>(() => engine.StartAsync("w"))).Kind);
        store.Lies = false;
        Assert.Equal(RefusalKind.Unavailable, (await Assert.ThrowsAsync<Refusal>(() => engine.StartAsync("other"))).Kind);
        Assert.NotNull(engine.Core.Condition.CannotWrite);
        store.IsMute = false;
        Assert.Equal(RefusalKind.AlreadyExists, (await Assert.ThrowsAsync<Refusal>(() => engine.StartAsync("w"))).Kind);
        Assert.Equal("w", Assert.IsType<StartedTask>(await engine.PollAsync()).Key.WorkflowId);
        await engine.StartAsync("other");
        Assert.Null(engine.Core.Condition.CannotWrite);
    }

    [Fact]
    public async Task Should_answer_that_it_is_done_also_when_somebody_who_follows_it_fails()
    {
        engine.Core.Writer.Committed += _ => throw new InvalidOperationException("a follower's defect");
        await engine.StartAsync("w");
        Assert.IsType<StartedTask>(await engine.PollAsync());
    }
}
