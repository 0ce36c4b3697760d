using FranceTravail.Parcours.Engine.Runs.WorkflowTasks;
using FranceTravail.Parcours.Engine.Storage.Sqlite;
using FranceTravail.Parcours.Engine.Tests.Support;

namespace FranceTravail.Parcours.Engine.Tests.Writing;

public sealed class When_a_row_is_damaged : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("engine");

    private string DatabasePath => Path.Combine(folder.FullName, "engine.db");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Should_let_the_other_runs_go_on_after_a_restart()
    {
        using (var file = EngineFile.Open(DatabasePath))
        {
            await using var engine = new EngineUnderTest(new SqliteStore(file));
            await engine.StartAsync("damaged");
            await engine.StartAsync("whole");
            EngineFile.Execute(file.Writer, "UPDATE run SET state = x'7B7B', deadline = 0 WHERE workflow_id = 'damaged'");
        }

        using var again = EngineFile.Open(DatabasePath);
        await using var restarted = new EngineUnderTest(new SqliteStore(again));
        var task = Assert.IsType<StartedTask>(await restarted.PollAsync());
        Assert.Equal("whole", task.Key.WorkflowId);
        await Assert.ThrowsAsync<System.Text.Json.JsonException>(() => restarted.StartAsync("damaged"));
    }
}
