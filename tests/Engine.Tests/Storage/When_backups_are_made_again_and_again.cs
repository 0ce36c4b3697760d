using FranceTravail.Parcours.Engine.Storage.Sqlite;
using FranceTravail.Parcours.Engine.Storage.Sqlite.Pages;
using FranceTravail.Parcours.Engine.Tests.Faults;
using FranceTravail.Parcours.Engine.Tests.Support;

namespace FranceTravail.Parcours.Engine.Tests.Storage;

/// <summary>A backup holds one moment, costs what changed since the last one, and is never without a whole one.</summary>
public sealed class When_backups_are_made_again_and_again : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("backups");

    private string Database => Path.Combine(folder.FullName, "engine.db");

    private string Backup => Path.Combine(folder.FullName, "backup");

    private IReadOnlyList<FileInfo> Parts => [.. new DirectoryInfo(Backup).GetFiles("*.part-*").OrderBy(f => f.Name)];

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void Should_write_what_changed_and_give_back_each_moment()
    {
        using var file = EngineFile.Open(Database);
        using var store = new SqliteStore(file);
        using var heart = new Heart(store: store);
        for (var n = 0; n < 100; n++)
        {
            heart.Work(heart.Start($"w{n}"), Do.Marker(20_000));
        }

        Maintenance.Backup(Database, Backup);
        var whole = Assert.Single(new DirectoryInfo(Backup).GetFiles("*.whole-*"));
        for (var n = 0; n < 5; n++)
        {
            heart.Start($"later{n}");
            if (n == 2)
            {
                EngineFile.Execute(file.Writer, "PRAGMA wal_checkpoint(TRUNCATE)");
            }

            Maintenance.Backup(Database, Backup);
            Assert.Equal(n + 1, Parts.Count);
            Assert.InRange(Parts[^1].Length, 1, whole.Length / 5);
            var restored = Path.Combine(folder.FullName, $"restored{n}", "engine.db");
            Maintenance.Restore(Backup, restored);
            Assert.Equal(Content(Database), Content(restored));
        }

        // Nothing is left of the making.
        Assert.Equal(Parts.Count + 2, Directory.GetFiles(Backup).Length);
    }

    [Fact]
    public void Should_begin_anew_when_parts_have_become_more_than_the_whole_and_when_it_is_another_file()
    {
        using (var file = EngineFile.Open(Database))
        using (var store = new SqliteStore(file))
        using (var heart = new Heart(store: store))
        {
            Maintenance.Backup(Database, Backup);
            var first = Whole();
            for (var n = 0; Whole() == first; n++)
            {
                Assert.InRange(n, 0, 40);
                heart.Work(heart.Start($"w{n}"), Do.Marker(60_000));
                Maintenance.Backup(Database, Backup);
            }

            Assert.Empty(Parts);
        }

        var before = Whole();
        Directory.CreateDirectory(Path.Combine(folder.FullName, "other"));
        var other = Path.Combine(folder.FullName, "other", "engine.db");
        EngineFile.Open(other).Dispose();
        Maintenance.Backup(other, Backup);
        Assert.NotEqual(before, Whole());
        Maintenance.Restore(Backup, Path.Combine(folder.FullName, "again", "engine.db"));

        string Whole() => Assert.Single(Directory.GetFiles(Backup, "*.whole-*"));
    }

    [Fact]
    public void Should_clear_away_what_is_left_of_one_that_was_killed()
    {
        EngineFile.Open(Database).Dispose();
        Maintenance.Backup(Database, Backup);
        var kept = Directory.GetFiles(Backup);
        var left = Path.Combine(Backup, $"engine.db.made-{Guid.Empty:n}");
        File.WriteAllText(left, "half of it");
        Maintenance.Backup(Database, Backup);
        Assert.False(File.Exists(left));
        Assert.All(kept, file => Assert.True(File.Exists(file)));
    }

    [Fact]
    public void Should_refuse_a_backup_that_lacks_a_part_or_has_one_of_another()
    {
        using (var file = EngineFile.Open(Database))
        using (var store = new SqliteStore(file))
        using (var heart = new Heart(store: store))
        {
            for (var n = 0; n < 50; n++)
            {
                heart.Work(heart.Start($"w{n}"), Do.Marker(20_000));
            }

            for (var n = 0; n < 4; n++)
            {
                heart.Start($"s{n}");
                Maintenance.Backup(Database, Backup);
            }
        }

        Assert.Equal(3, Parts.Count);
        var restored = Path.Combine(folder.FullName, "restored", "engine.db");
        File.Move(Parts[0].FullName, Path.Combine(folder.FullName, "kept"));
        Assert.Contains("is missing", Assert.Throws<MaintenanceException>(() => Maintenance.Restore(Backup, restored)).Message, StringComparison.Ordinal);
        File.Copy(Parts[^1].FullName, Path.Combine(Backup, Parts[^1].Name.Replace($"{Parts.Count + 1:d4}", "0001", StringComparison.Ordinal)));
        Assert.Contains("is damaged", Assert.Throws<MaintenanceException>(() => Maintenance.Restore(Backup, restored)).Message, StringComparison.Ordinal);
        Assert.False(File.Exists(restored));
    }

    [Fact]
    public async Task Should_hold_one_moment_while_others_write()
    {
        using var file = EngineFile.Open(Database);
        await using var engine = new EngineUnderTest(new SqliteStore(file));
        using var enough = new CancellationTokenSource();
        using var progress = new SemaphoreSlim(0);
        var started = 0;
        var load = Enumerable.Range(0, 4).Select(client => Task.Run(async () =>
        {
            for (var n = 0; !enough.IsCancellationRequested; n++)
            {
                await engine.StartAsync($"{client}-{n}");
                Interlocked.Increment(ref started);
                progress.Release();
            }
        })).ToList();
        for (var n = 0; n < 6; n++)
        {
            for (var more = 0; more < 100; more++)
            {
                await progress.WaitAsync(TestContext.Current.CancellationToken);
            }

            var before = Volatile.Read(ref started);
            Maintenance.Backup(Database, Backup);
            var restored = Path.Combine(folder.FullName, $"restored{n}", "engine.db");
            Maintenance.Restore(Backup, restored);
            Assert.InRange(Maintenance.Verify(restored).Runs, before, int.MaxValue);
        }

        await enough.CancelAsync();
        await Task.WhenAll(load);
    }

    [Fact]
    public void Should_keep_the_last_backup_when_the_next_one_finds_no_room_anywhere()
    {
        using (var file = EngineFile.Open(Database))
        using (var store = new SqliteStore(file))
        using (var heart = new Heart(store: store))
        {
            heart.Start("before");
            Maintenance.Backup(Database, Backup);
            heart.Start("after");
        }

        using var disk = new FaultyDisk(Backup);
        for (var at = 1; at <= 4; at++)
        {
            disk.Arm(at, DiskFault.Full);
            Assert.Throws<MaintenanceException>(() => Maintenance.Backup(Database, Backup));
            Assert.Equal(2, Directory.GetFiles(Backup).Length);
            var restored = Path.Combine(folder.FullName, $"restored{at}", "engine.db");
            Maintenance.Restore(Backup, restored);
            using var again = EngineFile.Open(restored);
            using var store = new SqliteStore(again);
            Assert.NotNull(store.Current("default", "before"));
            Assert.Null(store.Current("default", "after"));
        }
    }

    /// <summary>All rows of all tables.</summary>
    private static string Content(string database)
    {
        using var connection = CheckedPages.Connect(database, Microsoft.Data.Sqlite.SqliteOpenMode.ReadOnly);
        connection.Open();
        return string.Join('\n', Rows(connection, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name").SelectMany(table => Rows(connection, $"SELECT * FROM \"{table}\"").Prepend(table)));
    }

    private static List<string> Rows(Microsoft.Data.Sqlite.SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetValue(i) is byte[] bytes ? Convert.ToBase64String(bytes) : reader.GetValue(i))));
        }

        return rows;
    }
}
