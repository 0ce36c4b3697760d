using Microsoft.Data.Sqlite;

namespace FranceTravail.Parcours.Activities.Dossiers.Sqlite;

/// <summary>
/// Follows the file, whichever process writes it: SQLite's own counter of commits, read some times a second on one connection; only when it
/// has moved are the raised subjects read, by the index of their numbers.
/// </summary>
internal sealed class SuiviSqlite(FournisseurDossiers fournisseur, string fichier, string connexion)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    public async Task SuivreAsync(Action<IReadOnlyList<VersionSujet>?> dire, CancellationToken cancellationToken)
    {
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder(connexion) { Pooling = false, Mode = SqliteOpenMode.ReadOnly }.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        await using var commits = connection.CreateCommand();
        commits.CommandText = "PRAGMA data_version";
        await using var last = connection.CreateCommand();
        last.CommandText = "SELECT coalesce(max(Numero), 0) FROM VersionsSujets";
        var (seen, numero) = (Nombre(commits), Nombre(last));
        dire(null);

        // Real time on purpose: eyes do not follow a virtual clock.
        using var timer = new PeriodicTimer(Interval);
        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            if (fournisseur.Perte is { } perte)
            {
                throw new DossiersException(perte, fichier);
            }

            if (Nombre(commits) is var version && version != seen)
            {
                seen = version;
                var raised = Depuis(connection, numero);
                if (raised.Count > 0)
                {
                    numero = raised.Max(v => v.Numero);
                    dire(raised);
                }
            }
        }
    }

    private static long Nombre(SqliteCommand command) => (long)command.ExecuteScalar()!;

    private static List<VersionSujet> Depuis(SqliteConnection connection, long numero)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT Sujet, Numero FROM VersionsSujets WHERE Numero > $numero";
        command.Parameters.AddWithValue("$numero", numero);
        using var reader = command.ExecuteReader();
        var raised = new List<VersionSujet>();
        while (reader.Read())
        {
            raised.Add(new() { Sujet = reader.GetString(0), Numero = reader.GetInt64(1) });
        }

        return raised;
    }
}
