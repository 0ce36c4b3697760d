using FranceTravail.Parcours.Engine.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace FranceTravail.Parcours.Engine.Tests.Starting;

public sealed class When_the_engine_cannot_start(RunningEngine running) : IClassFixture<RunningEngine>, IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("engine").FullName;

    private string File => Path.Combine(folder, "engine.db");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Should_say_that_the_port_is_in_use() => Assert.Equal(EngineStartReason.PortInUse, await ReasonAsync(File, running.Address));

    [Fact]
    public async Task Should_say_that_another_engine_owns_the_file() => Assert.Equal(EngineStartReason.DatabaseLocked, await ReasonAsync(running.DatabasePath));

    [Fact]
    public async Task Should_say_that_the_folder_cannot_be_written() => Assert.Equal(EngineStartReason.DatabaseReadOnly, await ReasonAsync("/proc/engine/engine.db"));

    [Fact]
    public async Task Should_leave_alone_the_file_of_a_newer_engine()
    {
        await using (var connection = new SqliteConnection($"Data Source={File};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA user_version = 999";
            await command.ExecuteNonQueryAsync();
        }

        Assert.Equal(EngineStartReason.DatabaseNewer, await ReasonAsync(File));
    }

    [Fact]
    public async Task Should_say_that_the_file_is_no_database()
    {
        await System.IO.File.WriteAllTextAsync(File, new string('x', 10_000));
        Assert.Equal(EngineStartReason.DatabaseCorrupt, await ReasonAsync(File));
    }

    private static async Task<EngineStartReason> ReasonAsync(string file, string address = "127.0.0.1:0") =>
        (await Assert.ThrowsAsync<EngineStartException>(() => EngineServer.StartAsync(
            new EngineOptions { DatabasePath = file, Address = address }, NullLoggerFactory.Instance, CancellationToken.None))).Reason;
}
