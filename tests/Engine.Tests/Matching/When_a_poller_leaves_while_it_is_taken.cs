using FranceTravail.Parcours.Engine.Runs.WorkflowTasks;
using FranceTravail.Parcours.Engine.Storage;
using FranceTravail.Parcours.Engine.Tests.Support;

namespace FranceTravail.Parcours.Engine.Tests.Matching;

public sealed class When_a_poller_leaves_while_it_is_taken
{
    [Fact]
    public async Task Should_leave_the_task_to_the_next_one()
    {
        await using var engine = new EngineUnderTest(new MemoryStore());
        await engine.StartAsync("w");
        using var gone = new CancellationTokenSource();
        Task<object?> first;
        using (await engine.HoldWriterAsync())
        {
            first = engine.PollAsync(gone.Token);
            await gone.CancelAsync();
        }

        Assert.Null(await first);
        Assert.IsType<StartedTask>(await engine.PollAsync());
    }
}
