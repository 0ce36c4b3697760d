using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace FranceTravail.Parcours.Activities.Dossiers.Sqlite;

/// <summary>
/// Asks for a synced log at each commit. SQLite keeps this per connection, and its default in WAL mode depends on how it was built:
/// without it an act that was answered could be lost in a power cut. A writer of another process is waited for in short steps.
/// </summary>
internal sealed class Durabilite : DbConnectionInterceptor
{
    private const string Pragma = "PRAGMA synchronous = FULL; PRAGMA busy_timeout = 1000;";

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Pragma;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Pragma;
        command.ExecuteNonQuery();
    }
}
