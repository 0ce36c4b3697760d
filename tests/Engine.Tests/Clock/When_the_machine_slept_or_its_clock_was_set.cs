using FranceTravail.Parcours.Engine.Runs.WorkflowTasks;
using FranceTravail.Parcours.Engine.Storage.Sqlite;
using FranceTravail.Parcours.Engine.Tests.Support;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.WorkflowService.V1;

namespace FranceTravail.Parcours.Engine.Tests.Clock;

/// <summary>Each timer fires once and not early, whatever the machine's clock does; the engine goes on by itself.</summary>
public sealed class When_the_machine_slept_or_its_clock_was_set : IAsyncLifetime
{
    private const int Timers = 50;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("clock");
    private readonly MovableClock system = new();
    private EngineFile file = null!;
    private EngineUnderTest engine = null!;
    private StartedTask task = null!;
    private DateTimeOffset begun;

    public async ValueTask InitializeAsync()
    {
        file = EngineFile.Open(Path.Combine(folder.FullName, "engine.db"));
        engine = new EngineUnderTest(new SqliteStore(file), virtualClock: false, system);
        await engine.StartAsync("w");
        task = Assert.IsType<StartedTask>(await engine.PollAsync());
        begun = engine.Clock.GetUtcNow();
        var request = new RespondWorkflowTaskCompletedRequest { Identity = "worker", Commands = { Enumerable.Range(1, Timers).Select(n => Do.Timer($"t{n}", n * 3600)) } };
        await engine.Core.Writer.SubmitAsync(unit => unit.Apply(task.Key, new CompleteWorkflowTask(task.Task.Serial, request)));
    }

    public async ValueTask DisposeAsync()
    {
        await engine.DisposeAsync();
        file.Dispose();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Should_fire_what_came_due_in_three_days_of_sleep()
    {
        // A machine that sleeps counts nothing as passed.
        system.Move(TimeSpan.FromDays(3));
        engine.Core.Deadlines.Wake();
        Assert.IsType<StartedTask>(await engine.PollAsync(TestContext.Current.CancellationToken));
        Assert.Equal(Timers, Fired().Count);
    }

    [Fact]
    public async Task Should_fire_nothing_early_and_nothing_twice_when_the_clock_goes_back_an_hour()
    {
        system.Pass(TimeSpan.FromMinutes(90));
        engine.Core.Deadlines.Wake();
        await CompleteNextAsync();
        Assert.Equal(["t1"], Fired());

        system.Move(TimeSpan.FromHours(-1));
        system.Pass(TimeSpan.FromMinutes(20));
        engine.Core.Deadlines.Wake();
        await engine.Core.Writer.SubmitAsync(_ => true);
        Assert.Equal(["t1"], Fired());

        system.Pass(TimeSpan.FromMinutes(80));
        engine.Core.Deadlines.Wake();
        Assert.IsType<StartedTask>(await engine.PollAsync(TestContext.Current.CancellationToken));
        Assert.Equal(["t1", "t2"], Fired());
    }

    private async Task CompleteNextAsync()
    {
        var next = Assert.IsType<StartedTask>(await engine.PollAsync(TestContext.Current.CancellationToken));
        await engine.Core.Writer.SubmitAsync(unit => unit.Apply(next.Key, new CompleteWorkflowTask(next.Task.Serial, new RespondWorkflowTaskCompletedRequest { Identity = "worker" })));
    }

    /// <summary>The timers that fired, in order, each not before its time.</summary>
    private List<string> Fired()
    {
        var fired = engine.Core.Store.ReadHistory(task.RunNumber, 1, 1000).SelectMany(b => b.Events).Where(e => e.EventType == EventType.TimerFired).ToList();
        Assert.All(fired, e => Assert.True(e.EventTime.ToDateTimeOffset() >= begun.AddHours(int.Parse(e.TimerFiredEventAttributes.TimerId.AsSpan(1), System.Globalization.CultureInfo.InvariantCulture))));
        var ids = fired.ConvertAll(e => e.TimerFiredEventAttributes.TimerId);
        Assert.Equal(ids.Distinct(), ids);
        return ids;
    }
}
