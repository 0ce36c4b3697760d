using System.Text.RegularExpressions;
using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Engine;
using FranceTravail.Parcours.Host.Acces;
using FranceTravail.Parcours.Host.Commandes;
using FranceTravail.Parcours.Host.Composition;
using FranceTravail.Parcours.Host.Imports;
using Xunit;

namespace FranceTravail.Parcours.Host.Tests.Commandes;

public sealed partial class When_a_command_is_typed : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("parcours-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("--inconnu")]
    [InlineData("--role", "chef")]
    [InlineData("--url", "pas une adresse")]
    [InlineData("generer-population", "beaucoup", "x.csv")]
    [InlineData("generer-population", "0", "x.csv")]
    [InlineData("generer-population", "10", "")]
    [InlineData("importer")]
    [InlineData("importer", "a.csv", "b.csv")]
    [InlineData("--url")]
    [InlineData("--data", "")]
    [InlineData("--engine-address", "nulle part")]
    [InlineData("dossiers")]
    [InlineData("dossiers", "brouiller")]
    public async Task Should_answer_2_in_French_when_it_is_not_understood(params string[] args)
    {
        var (code, _, error) = await RunAsync(args);
        Assert.Equal(2, code);
        Assert.EndsWith($"Aide : --help{Environment.NewLine}", error, StringComparison.Ordinal);
        Assert.DoesNotMatch(English(), error);
    }

    [Theory]
    [InlineData]
    [InlineData("importer")]
    [InlineData("echecs")]
    [InlineData("dossiers")]
    [InlineData("dossiers", "verifier")]
    [InlineData("dossiers", "reconstruire")]
    [InlineData("dossiers", "reprendre")]
    [InlineData("dossiers", "rattacher")]
    [InlineData("generer-population")]
    [InlineData("engine")]
    [InlineData("engine", "backup")]
    [InlineData("engine", "restore")]
    [InlineData("engine", "verify")]
    [InlineData("engine", "compact")]
    [InlineData("droit")]
    [InlineData("droit", "repondre")]
    [InlineData("droit", "expliquer")]
    public async Task Should_help_in_French(params string[] command)
    {
        var (code, help, _) = await RunAsync([.. command, "--help"]);
        Assert.Equal(0, code);
        Assert.Contains("Description :", help, StringComparison.Ordinal);
        Assert.DoesNotMatch(English(), help);
    }

    public static TheoryData<MaintenanceReason> EachFailureOfTheMaintenance() => [.. Enum.GetValues<MaintenanceReason>()];

    [Theory, MemberData(nameof(EachFailureOfTheMaintenance))]
    public void Should_say_each_failure_of_the_maintenance_in_French(MaintenanceReason reason)
    {
        foreach (var start in Enum.GetValues<EngineStartReason>())
        {
            var said = SoinDuMoteur.Dire(new MaintenanceException(reason, "The file is not there.", new EngineStartException(start, "It does not start.")), "donnees", "sauvegarde");
            Assert.DoesNotContain("The file", said, StringComparison.Ordinal);
            Assert.DoesNotMatch(English(), said);
        }
    }

    [Fact]
    public void Should_say_each_fault_of_the_engines_file_in_French() =>
        Assert.All(Enum.GetValues<FaultPart>(), part => Assert.DoesNotMatch(English(), SoinDuMoteur.Dire(new FaultPlace(part, "x1", "parcours-d1"))));

    [Fact]
    public async Task Should_look_after_the_engines_file_in_French()
    {
        var (data, backup) = (Path.Combine(folder, "donnees"), Path.Combine(folder, "sauvegarde"));
        Directory.CreateDirectory(data);
        foreach (var command in new string[][] { ["verify"], ["compact"], ["backup", backup], ["restore", backup] })
        {
            await RefuseAsync(command);
        }

        await using (await EngineServer.StartAsync(new() { DatabasePath = Path.Combine(data, EmbeddedEngine.DatabaseFile), Address = "127.0.0.1:0" }, Microsoft.Extensions.Logging.Abstractions.NullLoggerFactory.Instance, default))
        {
            await RefuseAsync("compact");
            Assert.Equal(0, (await RunAsync("engine", "backup", backup, "--data", data)).Code);
        }

        var (code, output, _) = await RunAsync("engine", "verify", "--data", data);
        Assert.Equal(0, code);
        Assert.EndsWith("tout concorde.", output.Trim(), StringComparison.Ordinal);
        await RefuseAsync("restore", backup);

        async Task RefuseAsync(params string[] command)
        {
            var (refused, _, error) = await RunAsync(["engine", .. command, "--data", data]);
            Assert.Equal(1, refused);
            Assert.DoesNotMatch(English(), Assert.Single(error.Trim().Split('\n')));
            Assert.DoesNotContain("There is", error, StringComparison.Ordinal);
        }
    }

    public static TheoryData<MotifDossiers> EachFailureOfTheStore() => [.. Enum.GetValues<MotifDossiers>()];

    [Theory, MemberData(nameof(EachFailureOfTheStore))]
    public void Should_say_each_failure_of_the_store_as_a_refusal(MotifDossiers motif)
    {
        var failure = new DossiersException(motif, "dossiers.db");
        Assert.Equal((1, failure.Message), EchecCommande.Dire(failure, null));
    }

    [Fact]
    public void Should_say_whatever_fails_in_one_French_line_and_keep_the_whole_of_a_defect()
    {
        Assert.Equal((1, "Non."), EchecCommande.Dire(new StartupRefusal("Non."), null));
        Assert.Equal((1, "Non."), EchecCommande.Dire(new FichierRefuse("Non."), null));
        Assert.Equal((1, true), EchecCommande.Dire(new IOException("No space left on device"), null) is var (code, phrase) ? (code, phrase!.Contains("le disque est plein", StringComparison.Ordinal)) : default);
        var (fatal, said) = EchecCommande.Dire(new InvalidOperationException("Sequence contains no elements"), folder);
        Assert.Equal(3, fatal);
        Assert.DoesNotMatch(English(), said!);
        var kept = Assert.Single(Directory.GetFiles(Path.Combine(folder, "journaux")));
        Assert.Contains(kept, said, StringComparison.Ordinal);
        Assert.Contains("Sequence contains no elements", File.ReadAllText(kept), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_answer_1_and_one_French_line_when_the_disk_is_full()
    {
        var (code, _, error) = await RunAsync("generer-population", "10000", "/dev/full");
        Assert.Equal(1, code);
        Assert.Contains("ne peut pas être écrit", Assert.Single(error.Trim().Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_answer_1_and_one_French_line_when_the_store_is_none()
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "dossiers.db"), new string('x', 10_000), TestContext.Current.CancellationToken);
        var file = Path.Combine(folder, "p.csv");
        await RunAsync("generer-population", "1", file);
        foreach (var command in new string[][] { ["importer", file], ["importer", file, "--essai"], ["echecs"], ["dossiers", "verifier"] })
        {
            var (code, _, error) = await RunAsync([.. command, "--data", folder]);
            Assert.Equal(1, code);
            Assert.Contains("n’est pas une base de dossiers lisible", Assert.Single(error.Trim().Split('\n')), StringComparison.Ordinal);
        }
    }

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
        Assert.Contains("%", first.Output, StringComparison.Ordinal);
        var progress = first.Output.Split(Environment.NewLine).Where(l => l.Contains('%', StringComparison.Ordinal)).ToList();
        Assert.All(progress, line => Assert.Matches("^Import\u00a0: [1-9][0-9]?0\u00a0%$", line));
        Assert.Equal(progress.Distinct(), progress);
        Assert.Equal("Import\u00a0: 100\u00a0%", progress[^1]);
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

    [Fact]
    public async Task Should_say_in_one_dry_run_all_that_there_is_to_mend()
    {
        var (file, data) = (Path.Combine(folder, "p.csv"), Path.Combine(folder, "donnees"));
        await File.WriteAllLinesAsync(file, ["reference;nom;prenom;date_naissance;commune;telephone", "R1;Kaba;Idriss;01/02/1992;62510;12", "R2;Kaba;Ana;01/02/2092;62510;", "R3;Kaba;Idriss;01/02/1992;62510;", "R4;Petit;Lia;2 mars 1990;62510;"]);
        var (code, output, error) = await RunAsync("importer", file, "--essai", "--data", data);
        Assert.Equal((1, false), (code, Directory.Exists(data)));
        Assert.Contains("Ligne 3, colonne date_naissance", error, StringComparison.Ordinal);
        Assert.Contains("1\u00a0erreur", error, StringComparison.Ordinal);
        Assert.Contains("Ligne 2, colonne telephone", output, StringComparison.Ordinal);
        Assert.Contains("Ligne 4, mise de côté", output, StringComparison.Ordinal);
        Assert.Contains("2\u00a0personnes nouvelles", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_say_what_is_wrong_down_the_file_each_as_an_error_or_a_remark()
    {
        var file = Path.Combine(folder, "p.csv");
        await File.WriteAllLinesAsync(file, ["reference;nom;prenom;date_naissance;commune;telephone", "R1;Kaba;Idriss;01/02/1992;62510;12", "R2;Kaba;Ana;01/02/2092;62510;", "R3;Petit;Lia;2 mars 1990;62510;13", ";Petit;Ana;2 mars 1990;62510;"]);
        using var said = new StringWriter();
        await HostCommandLine.RunAsync(["importer", file, "--data", Path.Combine(folder, "donnees")], said, said);
        Assert.Equal(
            ["Ligne 2, colonne telephone, remarque", "Ligne 3, colonne date_naissance, erreur", "Ligne 4, colonne telephone, remarque", "Ligne 5, colonne reference, erreur"],
            said.ToString().Split(Environment.NewLine).Where(l => l.StartsWith("Ligne", StringComparison.Ordinal)).Select(l => l.Split(" :")[0].Split("\u00a0:")[0]));
    }

    [Fact]
    public async Task Should_say_in_the_help_of_the_verification_what_is_not_compared() =>
        Assert.Contains("ne sont pas comparés", (await RunAsync("dossiers", "verifier", "--help")).Output.Replace(Environment.NewLine, " ", StringComparison.Ordinal), StringComparison.Ordinal);

    [Theory]
    [InlineData("http://0.0.0.0:5080", true)]
    [InlineData("http://[::]:5080", true)]
    [InlineData("http://192.0.2.1", true)]
    [InlineData("http://127.0.0.1:5080", false)]
    [InlineData("http://[::1]:5080", false)]
    [InlineData("http://localhost", false)]
    public void Should_say_that_pages_on_the_network_answer_nobody_there(string url, bool dit) =>
        Assert.Equal(dit, LoopbackOnly.Avertissement(url)?.Contains("ne répond qu’à la machine où elle tourne", StringComparison.Ordinal) is true);

    [Fact]
    public async Task Should_show_in_the_list_of_commands_what_may_be_left_out()
    {
        var help = (await RunAsync("dossiers", "--help")).Output;
        Assert.Contains("  verifier [<DOSSIER>...]      Dit", help, StringComparison.Ordinal);
        Assert.Contains("  rattacher                    Dit", help, StringComparison.Ordinal);
        Assert.Contains("expliquer <QUESTION> [<nom=valeur>...]", (await RunAsync("droit", "--help")).Output, StringComparison.Ordinal);
        Assert.Contains("  importer <FICHIER> ", (await RunAsync("--help")).Output, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await HostCommandLine.RunAsync(args, output, error);
        return (code, output.ToString(), error.ToString());
    }

    [GeneratedRegex(@"\b(the|is|are|not|of|and|show|usage:|required|unrecognized|default|command|provided|must|missing|for)\b", RegexOptions.IgnoreCase)]
    private static partial Regex English();
}
