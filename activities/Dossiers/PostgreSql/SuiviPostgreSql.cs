using System.Globalization;
using Npgsql;

namespace FranceTravail.Parcours.Activities.Dossiers.PostgreSql;

/// <summary>Listens on a connection of its own; the server hands over at each commit what was raised in it.</summary>
internal static class SuiviPostgreSql
{
    public const string Canal = "dossiers";

    public static async Task SuivreAsync(NpgsqlConnection connection, Action<IReadOnlyList<VersionSujet>?> dire, CancellationToken cancellationToken)
    {
        await using var _ = connection;
        var raised = new List<VersionSujet>();
        connection.Notification += (_, notification) => raised.Add(Lire(notification.Payload));
        await connection.OpenAsync(cancellationToken);
        await using (var listen = new NpgsqlCommand($"LISTEN {Canal}", connection))
        {
            await listen.ExecuteNonQueryAsync(cancellationToken);
        }

        dire(null);
        while (true)
        {
            await connection.WaitAsync(cancellationToken);
            dire([.. raised]);
            raised.Clear();
        }
    }

    private static VersionSujet Lire(string payload)
    {
        var space = payload.LastIndexOf(' ');
        return new() { Sujet = payload[..space], Numero = long.Parse(payload.AsSpan(space + 1), CultureInfo.InvariantCulture) };
    }
}
