using System.Diagnostics;
using Npgsql;

namespace FranceTravail.Parcours.Outils;

/// <summary>
/// The real PostgreSQL of the tests: the one that <c>PARCOURS_POSTGRESQL</c> names, or one started here from the installed package, which
/// ends with this process.
/// </summary>
internal static class ServeurPostgreSql
{
    private static readonly Lazy<Task<string>> Serveur = new(DemarrerAsync);

    /// <summary>A new, empty database of its own; answers with its connection string.</summary>
    public static async Task<string> NouvelleBaseAsync()
    {
        var serveur = await Serveur.Value;
        var nom = $"essai_{Guid.NewGuid():n}";
        await ExecuterAsync(serveur, $"CREATE DATABASE {nom}");
        return new NpgsqlConnectionStringBuilder(serveur) { Database = nom }.ConnectionString;
    }

    public static async Task SupprimerAsync(string connexion) =>
        await ExecuterAsync(await Serveur.Value, $"DROP DATABASE IF EXISTS {new NpgsqlConnectionStringBuilder(connexion).Database} WITH (FORCE)");

    public static async Task ExecuterAsync(string connexion, string instruction)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connexion) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(instruction, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<string> DemarrerAsync()
    {
        if (Environment.GetEnvironmentVariable("PARCOURS_POSTGRESQL") is { Length: > 0 } donne)
        {
            return donne;
        }

        var folder = Directory.CreateTempSubdirectory("parcours-pg-").FullName;

        // No power is cut under a test: what it would cost to be safe from that is saved.
        using var start = Process.Start(new ProcessStartInfo(
            Path.Combine(Depot.Racine, "tests", "Outils", "postgresql"), ["start", folder, $"{Environment.ProcessId}", "fsync=off", "full_page_writes=off"])
        {
            RedirectStandardOutput = true,
        })!;
        var connexion = (await start.StandardOutput.ReadToEndAsync()).Trim();
        await start.WaitForExitAsync();
        return start.ExitCode == 0 ? connexion : throw new InvalidOperationException("PostgreSQL did not start. ./test installs it where it is missing.");
    }
}
