using FranceTravail.Parcours.Workflows.Competence;
using FranceTravail.Parcours.Workflows.Delais;

namespace FranceTravail.Parcours.Host.Composition;

/// <summary>Everything the command line and the settings decide before anything starts.</summary>
internal sealed record HostSettings
{
    public const string DefaultEngineAddress = "127.0.0.1:7233";
    public const string DefaultUrl = "http://127.0.0.1:5080";
    public const string DefaultSimulateursAddress = "127.0.0.1:5090";

    public HostRoles Roles { get; init; } = HostRoles.All;

    /// <summary>Folder of all state, created when missing.</summary>
    public required string DataDirectory { get; init; }

    /// <summary>Where the embedded engine listens, or where another process runs it.</summary>
    public string EngineAddress { get; init; } = DefaultEngineAddress;

    /// <summary>The address was said: a command does not look for another one in the data folder.</summary>
    public bool EngineAddressGiven { get; init; }

    /// <summary>How long a person waits for the effect of her act before the page says that it is not known.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Where the pages are served.</summary>
    public string Url { get; init; } = DefaultUrl;

    /// <summary>Makes an empty engine where the one of the data folder is lost; refused where it is there.</summary>
    public bool NouveauMoteur { get; init; }

    /// <summary>Runs the embedded engine on the virtual clock, with the band that drives it on every page.</summary>
    public bool Sandbox { get; init; }

    /// <summary>A Temporal service to use instead of the embedded engine; null for the embedded one.</summary>
    public string? TemporalAddress { get; init; }

    /// <summary>Connection string of the PostgreSQL database of the case store; null for SQLite in the data folder.</summary>
    public string? PostgreSql { get; init; }

    public string TemporalNamespace { get; init; } = "default";

    /// <summary>Base address of the partner systems; null for the simulators.</summary>
    public Uri? PartenairesAddress { get; init; }

    /// <summary>Where the simulators listen; null takes a free port with the other roles, and the default port alone.</summary>
    public string? SimulateursAddress { get; init; }

    /// <summary>
    /// The calendars of communes, with those of Alsace-Moselle that a deployment knows to have a Protestant temple or a mixed church,
    /// where Good Friday is a holiday.
    /// </summary>
    public CalendriersCommunes Calendriers { get; init; } = CalendriersCommunes.Nationaux;

    /// <summary>Who is competent, with what a deployment says of its authorities (<see cref="FichierAutorites"/>).</summary>
    public TableCompetence Competences { get; init; } = TableCompetence.Nationale;

    /// <summary>A collector of measures and traces is named (<c>OTEL_EXPORTER_OTLP_ENDPOINT</c>): they are sent to it, and nowhere otherwise.</summary>
    public bool ExporteTelemetrie { get; init; }

    /// <summary>True when this process starts the engine itself.</summary>
    public bool StartsEngine => Roles.HasFlag(HostRoles.Engine) && TemporalAddress is null;
}
