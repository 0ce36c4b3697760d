using FranceTravail.Parcours.Engine.Refusals;
using FranceTravail.Parcours.Engine.Runs;
using FranceTravail.Parcours.Engine.Storage.Sqlite;
using FranceTravail.Parcours.Engine.Tests.Support;

namespace FranceTravail.Parcours.Engine.Tests.Faults;

/// <summary>Does one deed on a disk that fails at one place, and holds what is left against what was there before and what should be there after it.</summary>
internal sealed class FaultBench : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("faults");
    private readonly Deed deed;
    private readonly string prepared;
    private readonly string before;
    private readonly string after;
    private int copies;

    public FaultBench(Deed deed)
    {
        this.deed = deed;
        prepared = Folder();
        using (var disk = new FaultyDisk(prepared))
        {
            using var file = EngineFile.Open(Database(prepared));
            using var store = new SqliteStore(file);
            using var heart = new Heart(store: store);
            heart.Start("other");
            deed.Prepare(heart);
        }

        before = Holds(prepared);
        var whole = Copy();
        using (var disk = new FaultyDisk(whole))
        {
            Operations = RunAsync(whole, disk, 0, DiskFault.None).GetAwaiter().GetResult().Operations;
        }

        after = Holds(whole);
        Assert.NotEqual(before, after);
    }

    /// <summary>What the deed writes, truncates and syncs.</summary>
    public int Operations { get; }

    /// <summary>Fails at an operation of the deed; answers how often it was the right thing that was left.</summary>
    public async Task PassAsync(int at, DiskFault fault)
    {
        var copy = Copy();
        bool acknowledged;
        using (var disk = new FaultyDisk(copy))
        {
            (acknowledged, _) = await RunAsync(copy, disk, at, fault);
            if (fault == DiskFault.PowerCut)
            {
                disk.PowerUp(at % 3 == 0 ? 0 : at);
            }
        }

        var where = $"{deed.Name}, {fault} at {at} of {Operations}, {(acknowledged ? "acknowledged" : "refused")}";
        var found = Holds(copy);
        Assert.True(found == after || (!acknowledged && found == before), $"{where}: {found}");
        Assert.True(fault == DiskFault.PowerCut || acknowledged == (found == after), $"{where}: what was kept was answered as failed");
        var report = Maintenance.Verify(Database(copy));
        Assert.True(report.IsWhole, $"{where}: {string.Join("; ", report.Faults)}");
        Directory.Delete(copy, recursive: true);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static string Database(string folder) => Path.Combine(folder, "engine.db");

    private async Task<(bool Acknowledged, int Operations)> RunAsync(string copy, FaultyDisk disk, int at, DiskFault fault)
    {
        using var file = EngineFile.Open(Database(copy));
        await using var engine = new EngineUnderTest(new SqliteStore(file));
        disk.Arm(at, fault);
        var acknowledged = true;
        try
        {
            await engine.Core.Writer.SubmitAsync(unit =>
            {
                deed.Act(unit);
                return true;
            });
        }
        catch (Refusal e) when (at > 0 && e.Kind == RefusalKind.Unavailable)
        {
            acknowledged = false;
        }

        var operations = disk.Count;
        if (fault != DiskFault.PowerCut)
        {
            // It goes on by itself once the disk does.
            disk.Arm(0, DiskFault.None);
            await engine.StartAsync("afterwards");
        }

        return (acknowledged, operations);
    }

    /// <summary>What a file holds of the runs, without what chance gave them and without the one that proves that it went on.</summary>
    private static string Holds(string folder)
    {
        using var disk = new FaultyDisk(folder);
        using var file = EngineFile.Open(Database(folder));
        using var store = new SqliteStore(file);
        var runs = new List<RunKey>();
        using (var reader = file.OpenReader())
        using (var all = reader.CreateCommand())
        {
            all.CommandText = "SELECT workflow_id, run_id FROM run WHERE workflow_id <> 'afterwards' ORDER BY id";
            using var row = all.ExecuteReader();
            while (row.Read())
            {
                runs.Add(new RunKey("default", row.GetString(0), row.GetString(1)));
            }
        }

        return string.Join('\n', runs.Select(key => store.Find(key)!).Select(run =>
            $"{run.Key.WorkflowId} {run.State.Status} {run.State.ItemCount} {string.Join(' ', store.ReadHistory(run.Number, 1, long.MaxValue / 4).SelectMany(b => b.Events).Select(e => $"{e.EventId}:{e.EventType}"))}"));
    }

    private string Folder() => folder.CreateSubdirectory($"{copies++}").FullName;

    private string Copy()
    {
        var copy = Folder();
        foreach (var file in Directory.GetFiles(prepared))
        {
            File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        }

        return copy;
    }
}
