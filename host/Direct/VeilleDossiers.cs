using System.Threading.Channels;
using FranceTravail.Parcours.Activities;
using Microsoft.Data.Sqlite;

namespace FranceTravail.Parcours.Host.Direct;

/// <summary>
/// Notices that the case store has changed, whichever process changed it: SQLite's own counter of commits, read twice a second on one
/// connection. Who listens then asks whether what it shows has changed.
/// </summary>
internal sealed class VeilleDossiers(ActivitiesOptions options) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(400);
    private readonly Lock gate = new();
    private readonly HashSet<Channel<long>> listeners = [];

    /// <summary>A reader that gets a value after each change; several changes may come as one.</summary>
    public IDisposable Ecouter(out ChannelReader<long> changes)
    {
        var channel = Channel.CreateBounded<long>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
        lock (gate)
        {
            listeners.Add(channel);
        }

        changes = channel.Reader;
        return new Ecoute(this, channel);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = options.DossiersDatabase, Pooling = false }.ConnectionString);
        await connection.OpenAsync(stoppingToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA data_version";
        // Real time on purpose: eyes do not follow a virtual clock.
        using var timer = new PeriodicTimer(Interval);
        var seen = 0L;
        do
        {
            var version = (long)(await command.ExecuteScalarAsync(stoppingToken))!;
            if (version != seen)
            {
                seen = version;
                Prevenir(version);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private void Prevenir(long version)
    {
        lock (gate)
        {
            foreach (var listener in listeners)
            {
                listener.Writer.TryWrite(version);
            }
        }
    }

    private sealed class Ecoute(VeilleDossiers veille, Channel<long> channel) : IDisposable
    {
        public void Dispose()
        {
            lock (veille.gate)
            {
                veille.listeners.Remove(channel);
            }
        }
    }
}
