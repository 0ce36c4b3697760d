using FranceTravail.Parcours.Engine.Runs.Closing;
using FranceTravail.Parcours.Engine.Storage.Sqlite;
using FranceTravail.Parcours.Engine.Tests.Support;

namespace FranceTravail.Parcours.Engine.Tests.Faults;

/// <summary>At every place of a start, a migration, a checkpoint and a compaction: the file is as it was, and can be started on.</summary>
public sealed class When_the_power_goes_while_the_file_is_looked_after(ITestOutputHelper output) : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("power");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData(5)]
    [InlineData(1, Explicit = true)]
    public void Should_start_on_a_file_that_was_being_made(int every) =>
        Assert.Equal(0, Pass("start", every, (_, _) => { }, database => EngineFile.Open(database).Dispose(), runs: 0));

    [Theory]
    [InlineData(3)]
    [InlineData(1, Explicit = true)]
    public void Should_lose_nothing_in_a_checkpoint(int every) => Assert.Equal(
        0,
        Pass(
            "checkpoint",
            every,
            (disk, database) => Write(disk, database, 6),
            database =>
            {
                using var file = EngineFile.Open(database);
                EngineFile.Execute(file.Writer, "PRAGMA wal_checkpoint(TRUNCATE)");
            },
            runs: 6));

    [Theory]
    [InlineData(3)]
    [InlineData(1, Explicit = true)]
    public void Should_lose_nothing_in_a_migration(int every) => Assert.Equal(
        0,
        Pass(
            "migration",
            every,
            (_, database) =>
            {
                using var kept = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Storage", "Kept", "10.db.gz"));
                using var unpacked = new System.IO.Compression.GZipStream(kept, System.IO.Compression.CompressionMode.Decompress);
                using var file = File.Create(database);
                unpacked.CopyTo(file);
            },
            database => EngineFile.Open(database).Dispose(),
            runs: 0));

    [Theory]
    [InlineData(5)]
    [InlineData(1, Explicit = true)]
    public void Should_lose_nothing_in_a_compaction(int every) => Assert.Equal(0, Pass("compaction", every, (disk, database) => Write(disk, database, 6), Maintenance.Compact, runs: 6));

    /// <summary>Answers how often something was missing.</summary>
    private int Pass(string name, int every, Action<FaultyDisk, string> prepare, Action<string> act, int runs)
    {
        var prepared = folder.CreateSubdirectory("prepared").FullName;
        using (var disk = new FaultyDisk(prepared))
        {
            prepare(disk, Path.Combine(prepared, "engine.db"));
        }

        var operations = Act(prepared, 0, act).Operations;
        var (points, missing) = (0, 0);
        for (var at = 1; at <= operations; at += every)
        {
            points++;
            var (_, copy) = Act(prepared, at, act);
            using (var again = new FaultyDisk(copy))
            {
                using var file = EngineFile.Open(Path.Combine(copy, "engine.db"));
                using var store = new SqliteStore(file);
                missing += Enumerable.Range(0, runs).Count(n => store.Current("default", $"w{n}") is null);
            }

            var report = Maintenance.Verify(Path.Combine(copy, "engine.db"));
            Assert.True(report.IsWhole, $"{name} at {at} of {operations}: {string.Join("; ", report.Faults)}");
        }

        output.WriteLine($"{name}: {operations} operations, {points} points passed");
        return missing;
    }

    private (int Operations, string Copy) Act(string prepared, int at, Action<string> act)
    {
        var copy = folder.CreateSubdirectory(Guid.NewGuid().ToString()).FullName;
        foreach (var file in Directory.GetFiles(prepared))
        {
            File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        }

        using var disk = new FaultyDisk(copy);
        disk.Arm(at, DiskFault.PowerCut);
        try
        {
            act(Path.Combine(copy, "engine.db"));
        }
        catch (Exception e) when (at > 0 && e is EngineStartException or MaintenanceException or Microsoft.Data.Sqlite.SqliteException)
        {
            // The power is gone.
        }

        var operations = disk.Count;
        disk.PowerUp(at % 3 == 0 ? 0 : at);
        return (operations, copy);
    }

    /// <summary>Leaves the file as a power cut does, with all of it in the journal.</summary>
    private static void Write(FaultyDisk disk, string database, int runs)
    {
        using (var file = EngineFile.Open(database))
        {
            using var store = new SqliteStore(file);
            using var heart = new Heart(store: store);
            for (var n = 0; n < runs; n++)
            {
                heart.Work(heart.Start($"w{n}"), Do.Timer("t", 60), Do.Marker(5000));
            }

            heart.Do(unit =>
            {
                unit.TerminateAndDelete(unit.Current("default", "w0")!);
                return true;
            });
            heart.Start("w0");
            disk.Arm(1, DiskFault.PowerCut);
        }

        disk.PowerUp(0);
    }
}
