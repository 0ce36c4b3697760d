using System.CommandLine;
using FranceTravail.Parcours.Host.Composition;
using FranceTravail.Parcours.Workflows.Competence;

namespace FranceTravail.Parcours.Host.Commandes;

/// <summary>Options that every command which touches data understands.</summary>
internal sealed class CommonOptions
{
    public Option<string> Data { get; } = new("--data")
    {
        Description = "Dossier de données, créé s’il manque.",
        HelpName = "DOSSIER",
        Recursive = true,
        DefaultValueFactory = _ => "donnees",
    };

    public Option<string?> EngineAddress { get; } = new("--engine-address")
    {
        Description = $"Adresse du moteur intégré, sur cette machine (sans elle : {HostSettings.DefaultEngineAddress}).",
        HelpName = "HOTE:PORT",
        Recursive = true,
    };

    public CommonOptions() => EngineAddress.Validators.Add(result =>
    {
        if (result.GetValueOrDefault<string?>() is { } text && EngineEndpoint.Faute(text) is { } faute)
        {
            result.AddError($"--engine-address : {faute}");
        }
    });

    public void AddTo(RootCommand root)
    {
        root.Add(Data);
        root.Add(EngineAddress);
    }

    /// <summary>Options of the command line over settings (<c>appsettings.json</c>, environment) over defaults.</summary>
    /// <exception cref="StartupRefusal">A setting is wrong.</exception>
    public HostSettings Read(ParseResult parsed, IConfiguration settings)
    {
        Reglages.Verifier(settings);
        return Lire(parsed, settings);
    }

    private HostSettings Lire(ParseResult parsed, IConfiguration settings) => new()
    {
        DataDirectory = Path.GetFullPath(parsed.GetRequiredValue(Data)),
        EngineAddress = parsed.GetValue(EngineAddress)?.Trim() ?? HostSettings.DefaultEngineAddress,
        EngineAddressGiven = parsed.GetValue(EngineAddress) is not null,
        TemporalAddress = settings["Temporal:Address"] is { Length: > 0 } address ? address : null,
        PostgreSql = settings["Dossiers:PostgreSql"] is { Length: > 0 } connection ? connection : null,
        PartenairesAddress = settings["Partenaires:Address"] is { Length: > 0 } partners ? new Uri(partners) : null,
        SimulateursAddress = settings["Simulateurs:Address"] is { Length: > 0 } simulators ? simulators : null,
        Calendriers = new(Reglages.Codes(settings["Calendrier:CommunesVendrediSaint"])),
        Competences = settings["Competence:Fichier"] is { Length: > 0 } fichier ? FichierAutorites.Lire(fichier) : TableCompetence.Nationale,
        ExporteTelemetrie = settings["OTEL_EXPORTER_OTLP_ENDPOINT"] is { Length: > 0 },
        TemporalNamespace = settings["Temporal:Namespace"] ?? "default",
    };

    public static IConfiguration Settings() => new ConfigurationBuilder()
        .SetBasePath(AppContext.BaseDirectory)
        .AddJsonFile("appsettings.json", optional: true)
        .AddEnvironmentVariables()
        .Build();
}
