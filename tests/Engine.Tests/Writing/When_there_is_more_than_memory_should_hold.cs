using FranceTravail.Parcours.Engine.Deadlines;
using FranceTravail.Parcours.Engine.Protocol.Transport;
using FranceTravail.Parcours.Engine.Refusals;
using FranceTravail.Parcours.Engine.Runs;
using FranceTravail.Parcours.Engine.Runs.WorkflowTasks;
using FranceTravail.Parcours.Engine.Storage;
using FranceTravail.Parcours.Engine.Storage.Sqlite;
using FranceTravail.Parcours.Engine.Tests.Support;

namespace FranceTravail.Parcours.Engine.Tests.Writing;

public sealed class When_there_is_more_than_memory_should_hold : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("engine");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Should_hand_out_each_task_once_that_waited_while_the_engine_was_down()
    {
        const int many = 1200;
        using var file = EngineFile.Open(Path.Combine(folder.FullName, "engine.db"));
        await using (var before = new EngineUnderTest(new SqliteStore(file), virtualClock: false))
        {
            await Task.WhenAll(Enumerable.Range(0, many).Select(n => before.StartAsync($"w{n}")));
        }

        await using var engine = new EngineUnderTest(new SqliteStore(file), virtualClock: false);
        var taken = new HashSet<string>();
        for (var n = 0; n < many; n++)
        {
            Assert.True(taken.Add(Assert.IsType<StartedTask>(await engine.PollAsync()).Key.WorkflowId));
        }
    }

    [Fact]
    public void Should_read_overdue_deadlines_as_they_are_dealt_with()
    {
        var now = DateTimeOffset.UnixEpoch.AddDays(1);
        var overdue = Enumerable.Range(1, 10_000).Select(n => new DueRun(new RunKey("default", $"w{n}", $"r{n}"), n, DateTimeOffset.UnixEpoch.AddSeconds(n / 1000))).ToList();
        var near = new NearDeadlines();
        var (fired, most) = (new List<RunKey>(), 0);
        List<RunKey> due;
        do
        {
            while (near.ToRead(now) is { } next)
            {
                var portion = overdue.Where(d => next.After is null || d.At > next.After.At || (d.At == next.After.At && d.Number > next.After.Number)).Take(1000).ToList();
                near.TakeRead(portion, portion.Count < 1000);
            }

            most = Math.Max(most, near.Count);
            due = near.TakeDue(now, 256);
            fired.AddRange(due);
        }
        while (due.Count > 0);
        Assert.Equal(overdue.Count, fired.Count);
        Assert.Equal(overdue.Select(d => d.Key).ToHashSet(), fired.ToHashSet());
        Assert.InRange(most, 1, 3000);
    }

    [Fact]
    public async Task Should_refuse_calls_rather_than_queue_them_without_end()
    {
        await using var engine = new EngineUnderTest(new MemoryStore());
        var admission = new Admission(engine.Core.Writer, new EngineLimits { WaitingWork = 50, RequestBytes = 1000 });
        var (one, other) = (new Admission.Ledger(), new Admission.Ledger());
        using (var entry = admission.Enter(200, one))
        {
            Assert.Equal(RefusalKind.ResourceExhausted, Assert.Throws<Refusal>(() => entry.Hold(100)).Kind);
            Assert.Equal(RefusalKind.ResourceExhausted, Assert.Throws<Refusal>(() => admission.Enter(1, one)).Kind);
            admission.Enter(200, other).Dispose();
        }

        admission.Enter(250, one).Dispose();
        Assert.Equal((0, 0), (one.Bytes, one.Calls));
        using (await engine.HoldWriterAsync())
        {
            var starts = Enumerable.Range(0, 60).Select(n => engine.StartAsync($"w{n}")).ToList();
            Assert.Equal(RefusalKind.ResourceExhausted, Assert.Throws<Refusal>(() => admission.Enter(1, new Admission.Ledger())).Kind);
            Assert.Equal(60, starts.Count);
        }
    }
}
