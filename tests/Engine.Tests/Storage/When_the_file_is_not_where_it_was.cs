using FranceTravail.Parcours.Engine.Storage.Sqlite;
using FranceTravail.Parcours.Engine.Tests.Support;

namespace FranceTravail.Parcours.Engine.Tests.Storage;

/// <summary>An engine was killed, and its file is gone from its place at the next start: what lies there is left as it is, and the file put back has all that it had.</summary>
public sealed class When_the_file_is_not_where_it_was : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("engine");

    private string Database => Path.Combine(folder.FullName, "killed", "engine.db");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData(false, "-wal", ".mark")]
    [InlineData(false, "-wal")]
    [InlineData(false, ".mark")]
    [InlineData(true, "-wal", ".mark")]
    [InlineData(true, "-wal")]
    [InlineData(true, ".mark")]
    public void Should_touch_nothing_until_it_is_back(bool emptied, params string[] beside)
    {
        Kill();
        var away = Move("");
        var others = ((string[])["-wal", ".mark"]).Except(beside).ToDictionary(part => part, Move);
        if (emptied)
        {
            File.Create(Database).Dispose();
        }

        var before = Files();
        Assert.Equal(EngineStartReason.DatabaseMissing, Assert.Throws<EngineStartException>(() => EngineFile.Open(Database)).Reason);
        foreach (var care in (Action[])[() => Maintenance.Verify(Database), () => Maintenance.Compact(Database), () => Maintenance.Backup(Database, Path.Combine(folder.FullName, "backup"))])
        {
            Assert.Equal(EngineStartReason.DatabaseMissing, Assert.Throws<MaintenanceException>(care).Start);
        }

        Assert.Equal(before, Files());
        File.Move(away, Database, overwrite: true);
        foreach (var (part, other) in others)
        {
            File.Move(other, Database + part);
        }

        RequireAll();
    }

    /// <summary>It is as a kill left it: its last commits stay in its journal.</summary>
    [Fact]
    public void Should_touch_nothing_of_another_one_in_its_place()
    {
        Kill();
        var mark = File.ReadAllBytes(CommitMark.PathOf(Database));
        Kill();
        File.WriteAllBytes(CommitMark.PathOf(Database), mark);
        File.Create(Database + ".lock").Dispose();
        var before = Files();
        Assert.Equal(EngineStartReason.DatabaseNotTheLast, Assert.Throws<EngineStartException>(() => EngineFile.Open(Database)).Reason);
        Assert.Equal(before, Files());
        File.Delete(CommitMark.PathOf(Database));
        RequireAll();
    }

    [Fact]
    public void Should_begin_on_an_empty_file_that_nothing_lies_beside()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Database)!);
        File.Create(Database).Dispose();
        EngineFile.Open(Database).Dispose();
        Assert.True(Maintenance.Verify(Database).IsWhole);
    }

    /// <summary>What is there after a kill: a file whose last commits are in its journal alone.</summary>
    private void Kill()
    {
        var running = Path.Combine(folder.FullName, Guid.NewGuid().ToString(), "engine.db");
        using var file = EngineFile.Open(running);
        using var store = new SqliteStore(file);
        using var heart = new Heart(store: store);
        heart.Start("last");
        Directory.CreateDirectory(Path.GetDirectoryName(Database)!);
        foreach (var part in (string[])["", "-wal", ".mark"])
        {
            using var from = new FileStream(running + part, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var to = File.Create(Database + part);
            from.CopyTo(to);
        }
    }

    private string Move(string part)
    {
        var away = Path.Combine(folder.FullName, "away" + part);
        File.Move(Database + part, away);
        return away;
    }

    /// <summary>All files but the index of the journal, which SQLite makes anew.</summary>
    private Dictionary<string, string> Files() => Directory.GetFiles(folder.FullName, "*", SearchOption.AllDirectories)
        .Where(file => !file.EndsWith("-shm", StringComparison.Ordinal)).ToDictionary(file => file, file => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file))));

    private void RequireAll()
    {
        using var file = EngineFile.Open(Database);
        using var store = new SqliteStore(file);
        Assert.NotNull(store.Current("default", "last"));
    }
}
