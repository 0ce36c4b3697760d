using Npgsql;

namespace FranceTravail.Parcours.Activities.Dossiers.PostgreSql;

/// <summary>An advisory lock of the server, held for a connection of its own: it ends with the connection, and that with the process.</summary>
internal sealed class VerrouServeur : IAsyncDisposable
{
    /// <summary>« PARCOURS » in ASCII: one lock for the store of a database.</summary>
    private const long Cle = 0x50_41_52_43_4F_55_52_53;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly NpgsqlConnection connection;

    private VerrouServeur(NpgsqlConnection connection) => this.connection = connection;

    /// <exception cref="DossiersException">Another process holds it for too long.</exception>
    public static async Task<VerrouServeur> PrendreAsync(NpgsqlConnection connection, string nom, Action attendre, CancellationToken cancellationToken)
    {
        try
        {
            await connection.OpenAsync(cancellationToken);
            await using var command = new NpgsqlCommand($"SELECT pg_try_advisory_lock({Cle})", connection);
            var debut = TimeProvider.System.GetTimestamp();
            for (var essai = 0; !(bool)(await command.ExecuteScalarAsync(cancellationToken))!; essai++)
            {
                if (TimeProvider.System.GetElapsedTime(debut) > Patience)
                {
                    throw new DossiersException(MotifDossiers.Occupee, nom);
                }

                if (essai == 0)
                {
                    attendre();
                }

                await Task.Delay(Pause, cancellationToken);
            }

            return new VerrouServeur(connection);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();
}
