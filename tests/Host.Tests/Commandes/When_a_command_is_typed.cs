using FranceTravail.Parcours.Host.Commandes;
using Xunit;

namespace FranceTravail.Parcours.Host.Tests.Commandes;

public sealed class When_a_command_is_typed : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("parcours-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("--inconnu")]
    [InlineData("--role", "chef")]
    [InlineData("--url", "pas une adresse")]
    [InlineData("generer-population", "beaucoup", "x.csv")]
    [InlineData("generer-population", "0", "x.csv")]
    [InlineData("importer")]
    public async Task Should_answer_2_when_it_is_not_understood(params string[] args) => Assert.Equal(2, (await RunAsync(args)).Code);

    [Fact]
    public async Task Should_answer_1_and_one_French_line_when_the_file_is_missing()
    {
        var (code, _, error) = await RunAsync("importer", Path.Combine(folder, "absent.csv"), "--data", folder);
        Assert.Equal(1, code);
        Assert.Contains("n’existe pas", Assert.Single(error.Trim().Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_answer_1_and_one_French_line_when_the_data_folder_is_a_file()
    {
        var file = Path.Combine(folder, "fichier");
        await File.WriteAllTextAsync(file, "");
        var (code, _, error) = await RunAsync("--data", file);
        Assert.Equal(1, code);
        Assert.Contains("ne peut pas être écrit", Assert.Single(error.Trim().Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_import_a_generated_population_once_only()
    {
        var (file, data) = (Path.Combine(folder, "p.csv"), Path.Combine(folder, "donnees"));
        Assert.Equal(0, (await RunAsync("generer-population", "300", file, "--graine", "5")).Code);
        var dry = await RunAsync("importer", file, "--essai", "--data", data);
        Assert.Equal((0, false), (dry.Code, Directory.Exists(data)));
        var first = await RunAsync("importer", file, "--data", data, "--engine-address", "127.0.0.1:9");
        Assert.Contains("300\u00a0nouveaux dossiers", first.Output, StringComparison.Ordinal);
        Assert.Contains("démarreront au prochain lancement", first.Output, StringComparison.Ordinal);
        var second = await RunAsync("importer", file, "--data", data, "--engine-address", "127.0.0.1:9");
        Assert.Contains("0\u00a0nouveau dossier, 300\u00a0déjà connus", second.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_import_nothing_of_a_file_with_a_fault()
    {
        var (file, data) = (Path.Combine(folder, "p.csv"), Path.Combine(folder, "donnees"));
        await File.WriteAllLinesAsync(file, ["reference;nom;prenom;date_naissance;commune", "R1;Kaba;Idriss;01/02/1992;62510", "R2;Kaba;Idriss;01/02/2092;62510"]);
        var (code, _, error) = await RunAsync("importer", file, "--data", data);
        Assert.Equal((1, false), (code, Directory.Exists(data)));
        Assert.Contains("Ligne 3, colonne date_naissance", error, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await HostCommandLine.RunAsync(args, output, error);
        return (code, output.ToString(), error.ToString());
    }
}
