using FranceTravail.Parcours.Engine.Storage.Sqlite;

namespace FranceTravail.Parcours.Engine.Tests.Storage;

/// <summary>An engine that serves nobody at the moment, and whose file is lost: it says so by itself.</summary>
public sealed class When_the_file_goes_away_under_the_engine : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("engine");

    private string Database => Path.Combine(folder.FullName, "engine.db");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("deleted")]
    [InlineData("moved away")]
    [InlineData("replaced")]
    [InlineData("its journal deleted")]
    [InlineData("written over by an older one")]
    [InlineData("cut")]
    public async Task Should_say_that_it_must_stop(string how)
    {
        EngineFile.Open(Database).Dispose();
        var older = Path.Combine(folder.FullName, "older.db");
        File.Copy(Database, older);
        using (var file = EngineFile.Open(Database))
        {
            EngineFile.Execute(file.Writer, "CREATE TABLE room (bytes BLOB); INSERT INTO room VALUES (zeroblob(100000)); PRAGMA wal_checkpoint(TRUNCATE)");
        }

        await using var server = await EngineServer.StartAsync(new EngineOptions { DatabasePath = Database, Address = "127.0.0.1:0" }, Microsoft.Extensions.Logging.Abstractions.NullLoggerFactory.Instance, default);
        Assert.False(server.Lost.IsCompleted);

        // The first look has to have been at the file as it was.
        await Task.Delay(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
        Assert.False(server.Lost.IsCompleted);
        Lose(how, older);
        Assert.Contains(Database, await server.Lost.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private void Lose(string how, string older)
    {
        switch (how)
        {
            case "deleted":
                File.Delete(Database);
                break;
            case "moved away":
                File.Move(Database, Database + ".away");
                break;
            case "replaced":
                File.Move(older, Database, overwrite: true);
                break;
            case "its journal deleted":
                File.Delete(Database + "-wal");
                break;
            case "written over by an older one":
                var bytes = File.ReadAllBytes(older);
                using (var over = new FileStream(Database, FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
                {
                    over.Write(bytes);
                }

                break;
            default:
                using (var cut = new FileStream(Database, FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
                {
                    cut.SetLength(cut.Length / 2);
                }

                break;
        }
    }
}
