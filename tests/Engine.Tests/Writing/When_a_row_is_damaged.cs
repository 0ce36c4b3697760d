using FranceTravail.Parcours.Engine.Refusals;
using FranceTravail.Parcours.Engine.Runs.Starting;
using FranceTravail.Parcours.Engine.Runs.WorkflowTasks;
using FranceTravail.Parcours.Engine.Storage.Sqlite;
using FranceTravail.Parcours.Engine.Tests.Support;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.WorkflowService.V1;

namespace FranceTravail.Parcours.Engine.Tests.Writing;

public sealed class When_a_row_is_damaged : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("engine");

    private string DatabasePath => Path.Combine(folder.FullName, "engine.db");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Should_let_the_other_runs_go_on_after_a_restart()
    {
        await DamageAsync(engine => engine.StartAsync("whole"));
        using var again = EngineFile.Open(DatabasePath);
        await using var restarted = new EngineUnderTest(new SqliteStore(again));
        var task = Assert.IsType<StartedTask>(await restarted.PollAsync());
        Assert.Equal("whole", task.Key.WorkflowId);
        var refusal = await Assert.ThrowsAsync<Refusal>(() => restarted.StartAsync("damaged"));
        Assert.Equal(RefusalKind.DataLoss, refusal.Kind);
    }

    [Fact]
    public async Task Should_tell_a_workflow_that_signals_it_that_it_is_not_there()
    {
        await DamageAsync(engine => engine.StartAsync("sender"));
        using var again = EngineFile.Open(DatabasePath);
        await using var restarted = new EngineUnderTest(new SqliteStore(again));
        var task = Assert.IsType<StartedTask>(await restarted.PollAsync());
        var completion = new RespondWorkflowTaskCompletedRequest { Identity = "worker", Commands = { Do.Signal("damaged") } };
        await restarted.Core.Writer.SubmitAsync(unit => unit.Apply(task.Key, new CompleteWorkflowTask(task.Task.Serial, completion)));
        var events = restarted.Core.Store.ReadHistory(task.RunNumber, 1, long.MaxValue / 4).SelectMany(b => b.Events);
        Assert.Contains(events, e => e.EventType == EventType.SignalExternalWorkflowExecutionFailed);
    }

    [Fact]
    public async Task Should_not_hold_a_virtual_clock_at_its_deadline()
    {
        await DamageAsync(engine => engine.StartAsync("later", TimeSpan.FromDays(30)));
        using var again = EngineFile.Open(DatabasePath);
        await using var restarted = new EngineUnderTest(new SqliteStore(again));
        restarted.Core.Skipping.Unlock();
        Assert.Equal("later", Assert.IsType<StartedTask>(await restarted.PollAsync()).Key.WorkflowId);
    }

    [Fact]
    public async Task Should_write_what_comes_together_with_work_on_a_damaged_page()
    {
        var store = new StoreThatLies { Refuses = commit => commit.Changes.Any(c => c.Run.Key.WorkflowId == "damaged") ? Errors.Damaged("a page", new InvalidDataException()) : null };
        await using var engine = new EngineUnderTest(store);
        Task<StartAnswer>[] starts;
        using (await engine.HoldWriterAsync())
        {
            starts = [engine.StartAsync("one"), engine.StartAsync("damaged"), engine.StartAsync("two")];
        }

        await starts[0];
        await starts[2];
        Assert.Equal(RefusalKind.DataLoss, (await Assert.ThrowsAsync<Refusal>(() => starts[1])).Kind);
        Assert.NotNull(store.Current("default", "two"));
        Assert.Null(store.Current("default", "damaged"));
    }

    private async Task DamageAsync(Func<EngineUnderTest, Task> andElse)
    {
        using var file = EngineFile.Open(DatabasePath);
        await using var engine = new EngineUnderTest(new SqliteStore(file));
        await engine.StartAsync("damaged");
        await andElse(engine);
        EngineFile.Execute(file.Writer, "UPDATE run SET state = x'7B7B', deadline = 0 WHERE workflow_id = 'damaged'");
    }
}
