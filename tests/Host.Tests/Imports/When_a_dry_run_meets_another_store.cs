using FranceTravail.Parcours.Host.Commandes;
using Microsoft.Data.Sqlite;
using Xunit;

namespace FranceTravail.Parcours.Host.Tests.Imports;

public sealed class When_a_dry_run_meets_another_store : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("parcours-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Should_say_so_in_one_French_sentence_and_leave_it_as_it_is()
    {
        var store = Path.Combine(folder, "dossiers.db");
        await using (var connection = new SqliteConnection($"Data Source={store};Pooling=false"))
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var command = connection.CreateCommand();
            command.CommandText = "CREATE TABLE Dossiers (Id TEXT PRIMARY KEY)";
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        var (before, file) = (await File.ReadAllBytesAsync(store, TestContext.Current.CancellationToken), Path.Combine(folder, "p.csv"));
        await File.WriteAllLinesAsync(file, [Fichiers.Entete, Fichiers.Bonne], TestContext.Current.CancellationToken);
        using var said = new StringWriter();
        Assert.Equal(1, await HostCommandLine.RunAsync(["importer", file, "--essai", "--data", folder], said, said));
        Assert.Contains("ne peut pas être lue telle qu’elle est", Assert.Single(said.ToString().Trim().Split('\n')), StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(store, TestContext.Current.CancellationToken));
    }
}
