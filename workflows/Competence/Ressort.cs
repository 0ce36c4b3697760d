using FranceTravail.Parcours.Workflows.Communes;

namespace FranceTravail.Parcours.Workflows.Competence;

/// <summary>A part of the country: communes (a bassin), a group of communes, départements, régions, or several of these.</summary>
public sealed record Ressort
{
    /// <summary>INSEE codes: the bassin whose limits the préfet sets.</summary>
    public IReadOnlyList<string> Communes { get; init; } = [];

    /// <summary>SIREN of groups of communes.</summary>
    public IReadOnlyList<string> Epci { get; init; } = [];

    public IReadOnlyList<string> Departements { get; init; } = [];

    public IReadOnlyList<string> Regions { get; init; } = [];

    public static Ressort DesCommunes(params IReadOnlyList<string> codes) => new() { Communes = codes };

    public static Ressort DesEpci(params IReadOnlyList<string> sirens) => new() { Epci = sirens };

    public static Ressort DesDepartements(params IReadOnlyList<string> codes) => new() { Departements = codes };

    public static Ressort DesRegions(params IReadOnlyList<string> codes) => new() { Regions = codes };

    public bool Contient(Commune commune) => Finesse(commune) is not null;

    /// <summary>Names a place that the other one names too: between both, nothing says which is meant.</summary>
    public bool SeConfondAvec(Ressort autre) =>
        Communes.Intersect(autre.Communes).Any() || Epci.Intersect(autre.Epci).Any() || Departements.Intersect(autre.Departements).Any() || Regions.Intersect(autre.Regions).Any();

    /// <summary>How narrowly it holds a commune: 0 by name, 1 by its group, 2 by its département, 3 by its région; null when it does not.</summary>
    public int? Finesse(Commune commune) =>
        Communes.Contains(commune.Code) ? 0
        : commune.Epci is { } epci && Epci.Contains(epci) ? 1
        : Departements.Contains(commune.Departement) ? 2
        : Regions.Count > 0 && Regions.Contains(CodeGeographique.RegionDe(commune).Code) ? 3
        : null;
}
