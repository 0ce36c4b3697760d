using System.Text.RegularExpressions;
using FranceTravail.Parcours.Host.Commandes;
using FranceTravail.Parcours.Host.Composition;
using FranceTravail.Parcours.Host.Tests.Architecture;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace FranceTravail.Parcours.Host.Tests.Composition;

/// <summary>Every setting that the program reads, with what it takes and what it refuses before anything is opened.</summary>
public sealed partial class When_a_setting_is_wrong
{
    private static readonly Dictionary<string, (string[] Bons, string[] Mauvais)> Table = new()
    {
        ["Temporal:Address"] = (["", "127.0.0.1:7233", "temporal.exemple:7233"], ["nimporte", "http://127.0.0.1:7233", "127.0.0.1:999999"]),
        ["Temporal:Namespace"] = (["default"], ["", " ", "deux mots"]),
        ["Dossiers:PostgreSql"] = (["", "Host=127.0.0.1;Port=5433;Username=parcours;Password=p;Database=parcours"], ["nimporte", "Port=x", "Inconnu=1", "Database=parcours"]),
        ["Partenaires:Address"] = (["", "http://partenaires.exemple:8080", "https://partenaires.exemple/api"], ["nimporte", "/chemin", "ftp://partenaires.exemple", "127.0.0.1:80"]),
        ["Simulateurs:Address"] = (["", "127.0.0.1:5090", "[::1]:5090", "127.0.0.1:0"], ["nimporte", "0.0.0.0:5090", "[::]:5090", "192.0.2.1:5090", "127.0.0.1", "localhost:5090", "127.0.0.1:99999"]),
        ["Competence:Fichier"] = ([Path.Combine(Repository.Root, "README.md")], ["/nulle/part/autorites.csv"]),
        ["Calendrier:CommunesVendrediSaint"] = (["", "67482", "67482, 68066 ,57463"], ["xyz", "62510", "67482;68066", "67999", "6748"]),
        ["OTEL_EXPORTER_OTLP_ENDPOINT"] = (["", "http://127.0.0.1:4317"], ["nimporte", "127.0.0.1:4317"]),
        ["Urls"] = (
            ["", "http://127.0.0.1:5080", "http://localhost:5080/", "http://[::1]:5080", "http://0.0.0.0:5080"],
            ["nimporte", "http://127.0.0.1:5080/sous", "http://inconnu.invalid:5080", "http://127.0.0.1:1;http://127.0.0.1:2", "ftp://127.0.0.1", "http://127.0.0.1:99999", "https://127.0.0.1:5080", "http://127.0.0.1:5080/?a"]),
        ["Serilog:MinimumLevel:Default"] = (["Debug"], ["nimporte", ""]),
    };

    public static TheoryData<string, string> Bons() => [.. Table.SelectMany(r => r.Value.Bons.Select(v => (r.Key, v)))];

    public static TheoryData<string, string> Mauvais() => [.. Table.SelectMany(r => r.Value.Mauvais.Select(v => (r.Key, v)))];

    [Theory, MemberData(nameof(Mauvais))]
    public void Should_be_refused_in_one_French_sentence_with_its_name_its_value_and_what_is_expected(string nom, string valeur)
    {
        var refus = Assert.Throws<StartupRefusal>(() => Reglages.Verifier(Avec(nom, valeur)));
        Assert.DoesNotContain('\n', refus.Message);
        Assert.Contains(nom.Split(':')[0], refus.Message, StringComparison.Ordinal);
        Assert.Contains("il faut", refus.Message, StringComparison.Ordinal);

        // A connection string may hold a password.
        Assert.Equal(nom != "Dossiers:PostgreSql", refus.Message.Contains(nom.StartsWith("Serilog", StringComparison.Ordinal) ? valeur : $"« {valeur} »", StringComparison.Ordinal));
        Assert.Equal((ExitCodes.Refusal, refus.Message), EchecCommande.Dire(refus, null));
    }

    [Theory]
    [InlineData("Temporal:Adress", "Temporal:Address")]
    [InlineData("Dossiers:PostgreSQL:Host", "Dossiers:PostgreSql")]
    [InlineData("Competence:Fichiers", "Competence:Fichier")]
    [InlineData("Kestrel:Endpoints:Ailleurs:Url", "Urls")]
    [InlineData("AllowedHosts", "Urls")]
    public void Should_be_refused_when_its_name_is_not_one_of_this_program(string nom, string attendu)
    {
        var refus = Assert.Throws<StartupRefusal>(() => Reglages.Verifier(Avec(nom, "http://0.0.0.0:6000")));
        Assert.Contains(nom.Split(':')[0], refus.Message, StringComparison.Ordinal);
        Assert.Contains(attendu, refus.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Dossiers", "Dossiers:PostgreSql")]
    [InlineData("TEMPORAL", "Temporal:Address ou Temporal:Namespace")]
    [InlineData("Serilog", "Serilog:MinimumLevel")]
    [InlineData("Dossier:PostgreSql", "Dossiers:PostgreSql")]
    [InlineData("Dosiers:PostgreSql", "Dossiers:PostgreSql")]
    [InlineData("dosier", "Dossiers:PostgreSql")]
    [InlineData("Competences:Fichier", "Competence:Fichier")]
    [InlineData("Temporel:Address", "Temporal:Address")]
    [InlineData("Competence_Fichier", "Competence:Fichier")]
    [InlineData("DOSSIERS_POSTGRESQL", "Dossiers:PostgreSql")]
    public void Should_be_refused_when_it_was_set_in_vain(string nom, string attendu)
    {
        var refus = Assert.Throws<StartupRefusal>(() => Reglages.Verifier(Avec(nom, "secret"))).Message;
        Assert.StartsWith($"Le réglage {nom.Split(':')[0]} n", refus, StringComparison.OrdinalIgnoreCase);
        Assert.Contains($"il faut {attendu}", refus, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", refus, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PATH", "HOME", "TEMP", "TMP", "TMPDIR", "TERM", "USER", "USERNAME", "LANG", "LC_ALL", "SHELL", "PWD", "OLDPWD", "SHLVL", "HOSTNAME", "HOSTTYPE", "LOGNAME", "MAIL", "EDITOR", "PAGER")]
    [InlineData("DOTNET_ROOT", "DOTNET_RUNNING_IN_CONTAINER", "DOTNET_TieredPGO", "DOTNET_ENVIRONMENT", "ASPNETCORE_URLS", "ASPNETCORE_ENVIRONMENT", "NUGET_PACKAGES", "MSBUILDDISABLENODEREUSE")]
    [InlineData("URL", "PORT", "CI", "DISPLAY", "TZ", "SERIAL", "CALENDAR", "PARTNERS", "PGHOST", "PGPASSWORD", "DATABASE_URL", "SystemRoot", "ComSpec", "windir", "OS", "APPDATA", "ProgramData", "PROCESSOR_ARCHITECTURE")]
    [InlineData("TEMPORAL_ADDRESS", "TEMPORAL_NAMESPACE", "TEMPORAL_CLI_ADDRESS", "OTEL_SERVICE_NAME", "OTEL_EXPORTER_OTLP_HEADERS", "OTEL_EXPORTER_OTLP_PROTOCOL")]
    public void Should_not_be_seen_in_what_systems_and_tools_set(params string[] noms) => Assert.All(noms, nom => Reglages.Verifier(Avec(nom, "valeur")));

    [Theory, MemberData(nameof(Bons))]
    public void Should_be_taken_when_it_is_right(string nom, string valeur) => Reglages.Verifier(Avec(nom, valeur));

    [Fact]
    public void Should_be_in_the_table_whatever_the_program_reads()
    {
        var lus = Directory.EnumerateFiles(Path.Combine(Repository.Root, "host"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(f => Lecture().Matches(File.ReadAllText(f)).Select(m => m.Groups[1].Value)).Distinct().Order();
        Assert.Equal(Reglages.Tous.Select(r => r.Nom).Order(), lus);
        Assert.Empty(Reglages.Tous.Select(r => r.Nom).Except(Table.Keys));
    }

    [Theory]
    [InlineData("http://127.0.0.1:5080/sous")]
    [InlineData("http://inconnu.invalid:5080")]
    [InlineData("nulle part")]
    public async Task Should_be_refused_alike_on_the_command_line(string url)
    {
        using var error = new StringWriter();
        Assert.Equal(ExitCodes.Usage, await HostCommandLine.RunAsync(["--url", url], error, error));
        Assert.Contains($"« {url} »", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_not_run_simulators_that_nobody_would_ask()
    {
        var settings = new HostSettings { Roles = HostRoles.Simulateurs, DataDirectory = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), PartenairesAddress = new("http://partenaires.exemple") };
        var refus = await Assert.ThrowsAsync<StartupRefusal>(() => RunningHost.StartAsync(settings, new ConfigurationBuilder().Build(), default));
        Assert.Contains("Partenaires:Address vaut « http://partenaires.exemple/ »", refus.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(settings.DataDirectory));
    }

    private static IConfiguration Avec(string nom, string valeur) => new ConfigurationBuilder().AddInMemoryCollection([new(nom, valeur)]).Build();

    [GeneratedRegex("""\bsettings\["([^"]+)"\]""")]
    private static partial Regex Lecture();
}
