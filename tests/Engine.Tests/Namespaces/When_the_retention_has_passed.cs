using FranceTravail.Parcours.Engine.Refusals;
using FranceTravail.Parcours.Engine.Runs.Closing;
using FranceTravail.Parcours.Engine.Storage.Sqlite;
using FranceTravail.Parcours.Engine.Tests.Support;

namespace FranceTravail.Parcours.Engine.Tests.Namespaces;

public sealed class When_the_retention_has_passed : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("engine");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Should_delete_closed_runs_with_all_that_was_kept_of_them_and_leave_open_ones()
    {
        const int many = 45;
        using var file = EngineFile.Open(Path.Combine(folder.FullName, "engine.db"));
        await using var engine = new EngineUnderTest(new SqliteStore(file));
        await engine.StartAsync("open");
        for (var n = 0; n < many; n++)
        {
            var closed = await engine.StartAsync($"closed-{n}");
            await engine.Core.Writer.SubmitAsync(unit => unit.Apply(closed.Run.Key, new Terminate("", null, "client")));
        }

        engine.Clock.MoveTo(engine.Clock.GetUtcNow() + TimeSpan.FromHours(23));
        await engine.Core.Retention.SweepAsync();
        Assert.Equal(many + 1, Rows(file, "run"));

        engine.Clock.MoveTo(engine.Clock.GetUtcNow() + TimeSpan.FromHours(2));
        await engine.Core.Retention.SweepAsync();
        Assert.Equal(1, Rows(file, "run"));
        Assert.Equal(1, Rows(file, "visibility"));
        Assert.Equal(1, Rows(file, "history"));
        Assert.Throws<Refusal>(() => engine.Core.Resolve("default", new() { WorkflowId = "closed-0" }));
        Assert.True((await engine.StartAsync("closed-0")).Started);
    }

    [Fact]
    public async Task Should_go_on_past_runs_that_cannot_be_deleted()
    {
        using var file = EngineFile.Open(Path.Combine(folder.FullName, "engine.db"));
        await using (var before = new EngineUnderTest(new SqliteStore(file)))
        {
            for (var n = 0; n < 70; n++)
            {
                var closed = await before.StartAsync($"closed-{n}");
                await before.Core.Writer.SubmitAsync(unit => unit.Apply(closed.Run.Key, new Terminate("", null, "client")));
            }
        }

        // Twenty of the oldest, more than go in one transaction, are damaged.
        EngineFile.Execute(file.Writer, "UPDATE run SET state = x'00' WHERE id <= 25");
        await using var engine = new EngineUnderTest(new SqliteStore(file));
        engine.Clock.MoveTo(engine.Clock.GetUtcNow() + TimeSpan.FromHours(25));
        await engine.Core.Retention.SweepAsync();
        Assert.Equal(25, Rows(file, "run"));
    }

    private static long Rows(EngineFile file, string table)
    {
        using var connection = file.OpenReader();
        using var count = connection.CreateCommand();
        count.CommandText = $"SELECT count(*) FROM {table}";
        return (long)count.ExecuteScalar()!;
    }
}
