using FranceTravail.Parcours.Engine.Tests.Faults;
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

    /// <summary>At each place where a first start writes: a full disk is said as such, never as a damaged file, and what there is is started on once there is room.</summary>
    [Theory]
    [InlineData(3)]
    [InlineData(1, Explicit = true)]
    public async Task Should_say_that_the_disk_is_full_and_start_when_there_is_room(int every)
    {
        using var disk = new FaultyDisk(folder);
        var reasons = new List<EngineStartReason>();
        for (var at = 1; ; at += every)
        {
            foreach (var left in Directory.GetFiles(folder))
            {
                System.IO.File.Delete(left);
            }

            disk.Arm(at, DiskFault.Full);
            if (await Record.ExceptionAsync(StartAsync) is not { } failure)
            {
                break;
            }

            var refused = Assert.IsType<EngineStartException>(failure);
            Assert.True(refused.Reason is EngineStartReason.DiskFull or EngineStartReason.DiskFailed, $"at {at}: {refused}");
            reasons.Add(refused.Reason);
            disk.Arm(0, DiskFault.None);
            await StartAsync();
        }

        // Only what is told of a sync or of a shortened file is not of room.
        Assert.True(reasons.Count(r => r == EngineStartReason.DiskFull) > reasons.Count / 2, string.Join(' ', reasons));
    }

    private async Task StartAsync() => await (await EngineServer.StartAsync(
        new EngineOptions { DatabasePath = File, Address = "127.0.0.1:0" }, NullLoggerFactory.Instance, CancellationToken.None)).DisposeAsync();

    private static async Task<EngineStartReason> ReasonAsync(string file, string address = "127.0.0.1:0") =>
        (await Assert.ThrowsAsync<EngineStartException>(() => EngineServer.StartAsync(
            new EngineOptions { DatabasePath = file, Address = address }, NullLoggerFactory.Instance, CancellationToken.None))).Reason;
}
