using System.Text.Json.Serialization;
using FranceTravail.Parcours.Workflows.Competence;
using NodaTime;

namespace FranceTravail.Parcours.Host.Territoires;

/// <summary>A pilot territory: which communes it serves, its zone of time, and the accent it brands the pages with.</summary>
internal sealed record Territoire
{
    public required string Code { get; init; }

    public required string Nom { get; init; }

    /// <summary>INSEE codes of its communes: the bassin whose limits the préfet sets.</summary>
    public IReadOnlyList<string> Communes { get; init; } = [];

    /// <summary>SIREN of its groups of communes.</summary>
    public IReadOnlyList<string> Epci { get; init; } = [];

    /// <summary>INSEE codes of its départements.</summary>
    public IReadOnlyList<string> Departements { get; init; } = [];

    /// <summary>INSEE codes of its régions.</summary>
    public IReadOnlyList<string> Regions { get; init; } = [];

    /// <summary>Zone of the TZ database that all its dates are shown in.</summary>
    public required string Fuseau { get; init; }

    /// <summary>Accent colour, <c>#rrggbb</c>; must reach AA on white and under white text.</summary>
    public required string Accent { get; init; }

    /// <summary>Pale companion of the accent, a background under accent text.</summary>
    public required string AccentPale { get; init; }

    [JsonIgnore]
    public Ressort Ressort => new() { Communes = Communes, Epci = Epci, Departements = Departements, Regions = Regions };

    [JsonIgnore]
    public DateTimeZone Zone => DateTimeZoneProviders.Tzdb[Fuseau];
}
