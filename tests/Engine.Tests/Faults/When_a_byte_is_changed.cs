using FranceTravail.Parcours.Engine.Attributes;
using FranceTravail.Parcours.Engine.Refusals;
using FranceTravail.Parcours.Engine.Runs;
using FranceTravail.Parcours.Engine.Runs.Closing;
using FranceTravail.Parcours.Engine.Storage;
using FranceTravail.Parcours.Engine.Storage.Sqlite;
using FranceTravail.Parcours.Engine.Tests.Support;
using FranceTravail.Parcours.Engine.Visibility;
using Google.Protobuf;
using Microsoft.Data.Sqlite;

namespace FranceTravail.Parcours.Engine.Tests.Faults;

/// <summary>One byte of what is kept is another: all is served as it was, or it is refused and said where. Nothing changed is served.</summary>
public sealed class When_a_byte_is_changed : IDisposable
{
    private const string Name = "engine.db";

    private readonly ITestOutputHelper output;
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("flip");
    private readonly string kept;
    private readonly string backup;
    private readonly List<RunKey> runs = [];
    private readonly string whole;

    public When_a_byte_is_changed(ITestOutputHelper output)
    {
        this.output = output;
        (kept, backup) = (Sub("kept"), Sub("backup"));
        var written = Path.Combine(Sub("written"), Name);
        using (var file = EngineFile.Open(written))
        using (var store = new SqliteStore(file))
        using (var heart = new Heart(store: store))
        {
            for (var n = 0; n < 24; n++)
            {
                var run = heart.Start($"w{n}", r => r.Memo = new() { Fields = { { "m", new() { Data = ByteString.CopyFromUtf8($"memo {n}") } } } });
                heart.Work(run, Do.Timer("t", 60 + n), Do.Activity("a"), Do.Marker(1500));
                runs.Add(run.Key);
                if (n == 12)
                {
                    Maintenance.Backup(written, backup);
                    EngineFile.Execute(file.Writer, "PRAGMA wal_checkpoint(TRUNCATE)");
                }
            }

            heart.Apply(heart.Current("w3"), new Terminate("", null, ""));
            Maintenance.Backup(written, backup);

            // As a crash leaves it: the last commits are in the journal.
            foreach (var part in (string[])["", "-wal", ".mark"])
            {
                File.Copy(written + part, Path.Combine(kept, Name + part));
            }
        }

        whole = Served(Copy()) ?? throw new InvalidOperationException("The whole file was refused.");
    }

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("file", 40)]
    [InlineData("journal", 40)]
    [InlineData("backup", 40)]
    [InlineData("file", 1000, Explicit = true)]
    [InlineData("journal", 1000, Explicit = true)]
    [InlineData("backup", 1000, Explicit = true)]
    public void Should_serve_all_as_it_was_or_refuse_and_say_where(string what, int places)
    {
        var chance = new Random(places);
        var (equal, refused) = (0, 0);
        for (var place = 0; place < places; place++)
        {
            var damaged = what == "backup" ? chance.GetItems(Directory.GetFiles(backup), 1)[0] : Path.Combine(Copy(), Name + (what == "journal" ? "-wal" : ""));
            var (at, before) = Flip(damaged, chance);
            var found = what == "backup" ? Restored() : Served(Path.GetDirectoryName(damaged)!);
            if (found is null)
            {
                refused++;
            }
            else
            {
                Assert.True(found == whole, $"{what}, byte {at}: something changed was served");
                equal++;
            }

            if (what == "backup")
            {
                Put(damaged, at, before);
            }
            else
            {
                Directory.Delete(Path.GetDirectoryName(damaged)!, recursive: true);
            }
        }

        output.WriteLine($"{what}: {places} places, {equal} equal, {refused} refused and located");
        Assert.Equal(places, equal + refused);
        Assert.NotEqual(0, refused);
    }

    /// <summary>All that a file serves, as text; null when it, or a part of it, is refused.</summary>
    private string? Served(string at)
    {
        var database = Path.Combine(at, Name);
        try
        {
            using var file = EngineFile.Open(database);
            using var store = new SqliteStore(file);
            using var lists = new VisibilityReader(file.OpenReader, new SearchAttributeRegistry());
            var served = runs.SelectMany(key => (IEnumerable<string>)[
                Convert.ToBase64String(StateCodec.Write(store.Find(key)?.State ?? new RunState())), $"{store.Current("default", key.WorkflowId)?.Key}", string.Join('\n', store.ReadHistory(store.Find(key)?.Number ?? 0, 1, 1000))]);
            var due = store.DueBy(DateTimeOffset.MaxValue, null, 1000).Select(d => d.ToString());
            var busy = store.WithTasks(0, 1000, (_, e) => throw e).Runs.Select(r => r.Key.ToString());
            return string.Join('\n', [.. served, .. due, .. busy, string.Join('\n', lists.List("default", "", 100, ByteString.Empty).Executions), $"{lists.Count("default", "").Total}"]);
        }
        catch (EngineStartException e)
        {
            Assert.Contains(database, e.Message, StringComparison.Ordinal);
            return null;
        }
        catch (Exception e) when (e is Refusal { Kind: RefusalKind.DataLoss } || (e is SqliteException damage && Damage.Is(damage)))
        {
            Assert.NotEmpty(Faults(database));
            return null;
        }
    }

    private static IReadOnlyList<string> Faults(string database)
    {
        try
        {
            return Maintenance.Verify(database).Faults;
        }
        catch (MaintenanceException e)
        {
            return [e.Message];
        }
    }

    private string? Restored()
    {
        var restored = Sub(Guid.NewGuid().ToString());
        try
        {
            Maintenance.Restore(backup, Path.Combine(restored, Name));
            return Served(restored);
        }
        catch (MaintenanceException e)
        {
            Assert.Contains(backup, e.Message, StringComparison.Ordinal);
            return null;
        }
    }

    private static (long At, byte Before) Flip(string path, Random chance)
    {
        var bytes = File.ReadAllBytes(path);
        var at = chance.NextInt64(bytes.Length);
        Put(path, at, (byte)(bytes[at] ^ (1 << chance.Next(8))));
        return (at, bytes[at]);
    }

    private static void Put(string path, long at, byte value)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Write);
        file.Position = at;
        file.WriteByte(value);
    }

    private string Sub(string name) => folder.CreateSubdirectory(name).FullName;

    private string Copy()
    {
        var copy = Sub(Guid.NewGuid().ToString());
        foreach (var file in Directory.GetFiles(kept))
        {
            File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        }

        return copy;
    }
}
