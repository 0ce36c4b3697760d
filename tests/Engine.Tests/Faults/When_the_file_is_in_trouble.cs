using System.Diagnostics;
using FranceTravail.Parcours.Engine.Refusals;
using FranceTravail.Parcours.Engine.Storage.Sqlite;
using FranceTravail.Parcours.Engine.Storage.Sqlite.Pages;
using FranceTravail.Parcours.Engine.Tests.Support;

namespace FranceTravail.Parcours.Engine.Tests.Faults;

/// <summary>A disk that is full, slow or read-only, and a file that another program locks: nothing acknowledged is lost, and the engine resumes by itself.</summary>
public sealed class When_the_file_is_in_trouble : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("trouble");

    private string Database => Path.Combine(folder.FullName, "engine.db");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Should_refuse_while_the_disk_is_full_and_go_on_when_there_is_room()
    {
        using var disk = new FaultyDisk(folder.FullName);
        using (var file = EngineFile.Open(Database))
        await using (var engine = new EngineUnderTest(new SqliteStore(file)))
        {
            await engine.StartAsync("before");
            disk.Arm(1, DiskFault.Full);
            for (var n = 0; n < 10; n++)
            {
                Assert.Equal(RefusalKind.Unavailable, (await Assert.ThrowsAsync<Refusal>(() => engine.StartAsync($"full{n}"))).Kind);
                Assert.NotNull(engine.Core.Condition.CannotWrite);
            }

            disk.Arm(0, DiskFault.None);
            await engine.StartAsync("after");
            Assert.Null(engine.Core.Condition.CannotWrite);
        }

        using var again = EngineFile.Open(Database);
        using var store = new SqliteStore(again);
        Assert.NotNull(store.Current("default", "before"));
        Assert.NotNull(store.Current("default", "after"));
        Assert.Null(store.Current("default", "full0"));
    }

    [Fact]
    public async Task Should_write_together_what_waits_for_a_slow_disk()
    {
        using var disk = new FaultyDisk(folder.FullName);
        using var file = EngineFile.Open(Database);
        await using var engine = new EngineUnderTest(new SqliteStore(file));
        disk.SyncTime = TimeSpan.FromMilliseconds(200);
        var begin = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, 200).Select(n => engine.StartAsync($"w{n}")));
        Assert.InRange(Stopwatch.GetElapsedTime(begin), TimeSpan.FromSeconds(0.2), TimeSpan.FromSeconds(10));
        disk.SyncTime = TimeSpan.Zero;
    }

    [Fact]
    public async Task Should_wait_for_another_program_that_locks_the_file_and_lose_nothing()
    {
        using var file = EngineFile.Open(Database);
        await using var engine = new EngineUnderTest(new SqliteStore(file));
        await engine.StartAsync("before");
        Task waiting;
        using (var other = CheckedPages.Connect(Database))
        {
            other.Open();
            EngineFile.Execute(other, "BEGIN IMMEDIATE");
            waiting = engine.StartAsync("while locked");
            await Task.Delay(TimeSpan.FromMilliseconds(300), TestContext.Current.CancellationToken);
            Assert.False(waiting.IsCompleted);
            EngineFile.Execute(other, "ROLLBACK");
        }

        await waiting;
        Assert.NotNull(engine.Core.Store.Current("default", "while locked"));
    }

    [Fact]
    public async Task Should_say_that_the_file_cannot_be_written()
    {
        EngineFile.Open(Database).Dispose();
        Assert.SkipWhen(Environment.UserName == "root", "A superuser may write what is read-only.");
        new FileInfo(Database).IsReadOnly = true;
        var refused = await Assert.ThrowsAsync<EngineStartException>(() => Task.Run(() => EngineFile.Open(Database)));
        Assert.Equal(EngineStartReason.DatabaseReadOnly, refused.Reason);
    }
}
