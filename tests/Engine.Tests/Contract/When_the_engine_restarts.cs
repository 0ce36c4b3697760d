using FranceTravail.Parcours.Engine.Tests.Support;

namespace FranceTravail.Parcours.Engine.Tests.Contract;

public sealed class When_the_engine_restarts(AnyService engine) : IClassFixture<AnyService>
{
    [Fact]
    public async Task Should_go_on_where_it_was_with_tasks_timers_and_lists()
    {
        const string Queue = "restarted";
        var ids = Enumerable.Range(0, 20).Select(i => $"w-{i}").ToList();
        foreach (var id in ids)
        {
            await engine.Client.StartWorkflowAsync((Samples.Steps w) => w.RunAsync(id, 2), new(id, Queue));
        }

        await engine.RestartAsync();
        await engine.WithWorkerAsync(async _ =>
        {
            foreach (var id in ids)
            {
                await engine.Client.GetWorkflowHandle<Samples.Steps>(id).ExecuteUpdateAsync(w => w.AddAsync("kept"));
            }

            return true;
        }, Queue);
        await engine.RestartAsync();
        Assert.Equal(20, (await engine.Client.CountWorkflowsAsync("ExecutionStatus = 'Running'")).Count);
        await engine.WithWorkerAsync(async _ =>
        {
            foreach (var id in ids)
            {
                var handle = engine.Client.GetWorkflowHandle<Samples.Steps, string>(id);
                await handle.SignalAsync(w => w.EndAsync());
                Assert.Equal($"{id} kept", await handle.GetResultAsync());
            }

            return true;
        }, Queue);
        Assert.Equal(20, (await engine.Client.CountWorkflowsAsync("ExecutionStatus = 'Completed'")).Count);
    }
}
