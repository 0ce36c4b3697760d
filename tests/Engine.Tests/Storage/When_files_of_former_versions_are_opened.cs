using System.IO.Compression;
using FranceTravail.Parcours.Engine.Attributes;
using FranceTravail.Parcours.Engine.Runs.Signals;
using FranceTravail.Parcours.Engine.Storage.Sqlite;
using FranceTravail.Parcours.Engine.Tests.Support;
using FranceTravail.Parcours.Engine.Visibility;
using Google.Protobuf;
using Microsoft.Data.Sqlite;

namespace FranceTravail.Parcours.Engine.Tests.Storage;

/// <summary>A file of each version that engines have written is kept; files are only ever added.</summary>
public sealed class When_files_of_former_versions_are_opened : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("kept");

    private string Database => Path.Combine(folder.FullName, "engine.db");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("10-without-checks-of-pages")]
    [InlineData("10")]
    [InlineData("11-without-checks-of-pages")]
    [InlineData("11")]
    public void Should_hold_what_was_written_and_go_on(string version)
    {
        using (var kept = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Storage", "Kept", version + ".db.gz")))
        using (var unpacked = new GZipStream(kept, CompressionMode.Decompress))
        using (var database = File.Create(Database))
        {
            unpacked.CopyTo(database);
        }

        using (var file = EngineFile.Open(Database))
        using (var store = new SqliteStore(file))
        using (var heart = new Heart(store: store))
        {
            var run = heart.Current("w");
            Assert.Equal("WorkflowExecutionStarted WorkflowTaskScheduled WorkflowTaskStarted WorkflowTaskCompleted TimerStarted ActivityTaskScheduled", heart.Types(run));
            Assert.Equal(["t"], run.State.Timers.Values.Select(t => t.TimerId));
            using (var lists = new VisibilityReader(file.OpenReader, new SearchAttributeRegistry()))
            {
                Assert.Equal("w", Assert.Single(lists.List("default", "ExecutionStatus = 'Running'", 10, ByteString.Empty).Executions).Execution.WorkflowId);
            }

            heart.Apply(run, new Signal("s", null, "client", "", null));
            heart.Start("new");
        }

        var report = Maintenance.Verify(Database);
        Assert.True(report.IsWhole, string.Join("; ", report.Faults));
        Assert.Equal(2, report.Runs);
    }

    /// <summary>Writes the file of this version, to be kept; <c>KEPT</c> names where.</summary>
    [Theory(Explicit = true)]
    [InlineData(false)]
    [InlineData(true)]
    public void Write_one_to_be_kept(bool withoutChecks)
    {
        if (withoutChecks)
        {
            using var plain = new SqliteConnection($"Data Source={Database};Pooling=False");
            plain.Open();
            EngineFile.Execute(plain, "PRAGMA auto_vacuum = INCREMENTAL; PRAGMA user_version = 0; CREATE TABLE t (x); DROP TABLE t");
        }

        using (var file = EngineFile.Open(Database))
        using (var store = new SqliteStore(file))
        using (var heart = new Heart(store: store))
        {
            heart.Work(heart.Start(), Do.Timer("t", 60), Do.Activity("a"));
        }

        using var packed = File.Create(Path.Combine(Environment.GetEnvironmentVariable("KEPT")!, $"{EngineSchema.Last}{(withoutChecks ? "-without-checks-of-pages" : "")}.db.gz"));
        using var zip = new GZipStream(packed, CompressionLevel.SmallestSize);
        zip.Write(File.ReadAllBytes(Database));
    }
}
