using FranceTravail.Parcours.Engine.Runs.Signals;
using FranceTravail.Parcours.Engine.Storage;
using FranceTravail.Parcours.Engine.Storage.Sqlite;
using FranceTravail.Parcours.Engine.Tests.Support;

namespace FranceTravail.Parcours.Engine.Tests.Storage;

public sealed class When_runs_are_kept_in_a_file : StoreContract
{
    private readonly DirectoryInfo folder;
    private readonly EngineFile file;
    private readonly List<IDisposable> opened = [];

    public When_runs_are_kept_in_a_file()
        : this(Directory.CreateTempSubdirectory("engine"))
    {
    }

    private When_runs_are_kept_in_a_file(DirectoryInfo folder)
        : this(folder, EngineFile.Open(Path.Combine(folder.FullName, "engine.db")))
    {
    }

    private When_runs_are_kept_in_a_file(DirectoryInfo folder, EngineFile file)
        : base(new SqliteStore(file)) => (this.folder, this.file) = (folder, file);

    [Fact]
    public void Should_write_as_little_for_a_late_signal_as_for_an_early_one()
    {
        using var heart = new Heart(store: Store);
        var run = heart.Start();
        var sizes = new List<long>();
        for (var n = 0; n < 2000; n++)
        {
            heart.Apply(run, new Signal("s", null, "client", $"request-{n}", null));
            if (n is 10 or 1999)
            {
                sizes.Add(Scalar("SELECT length(state) FROM run"));
            }
        }

        Assert.InRange(sizes[1] - sizes[0], 0, 20);
        Assert.Equal(2000, Scalar("SELECT count(*) FROM item"));
        Assert.Equal(2000, Reopened().Find(run.Key)!.State.RequestIds.Count);
        Assert.False(heart.Apply(run, new Signal("s", null, "client", "request-5", null)));
    }

    public override void Dispose()
    {
        base.Dispose();
        opened.ForEach(o => o.Dispose());
        file.Dispose();
        folder.Delete(recursive: true);
    }

    private protected override IStore Reopened()
    {
        var reopened = new SqliteStore(file);
        opened.Add(reopened);
        return reopened;
    }

    private long Scalar(string sql)
    {
        using var connection = file.OpenReader();
        using var read = connection.CreateCommand();
        read.CommandText = sql;
        return (long)read.ExecuteScalar()!;
    }
}
