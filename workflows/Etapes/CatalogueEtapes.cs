using System.Reflection;
using FranceTravail.Parcours.Workflows.Courriers;
using FranceTravail.Parcours.Workflows.Parcours.Demandes;
using FranceTravail.Parcours.Workflows.Parcours.Donnees;
using FranceTravail.Parcours.Workflows.Taches;

namespace FranceTravail.Parcours.Workflows.Etapes;

/// <summary>
/// Every kind of step that a template can be made of, with the services that they ask and the letters that they send: found in
/// the assemblies, so that a step is its folder and nothing else.
/// </summary>
public sealed class CatalogueEtapes
{
    private readonly Dictionary<string, IEtape> etapes;
    private readonly Dictionary<string, Service> services;
    private readonly Dictionary<string, ModeleCourrier> courriers;
    private readonly Dictionary<string, string> pourLaPersonne;

    /// <exception cref="ArgumentException">Two steps, services, letters or natures of tasks bear the same name.</exception>
    public CatalogueEtapes(params IReadOnlyList<Assembly> assemblies)
    {
        Assemblies = assemblies;
        var types = assemblies.SelectMany(a => a.GetTypes()).Where(t => !t.ContainsGenericParameters).ToList();
        var etapes = types.Where(t => t is { IsAbstract: false, IsInterface: false } && typeof(IEtape).IsAssignableFrom(t))
            .Select(t => (IEtape)Activator.CreateInstance(t)!)
            .OrderBy(e => e.Definition.Rang).ThenBy(e => e.Definition.Type, StringComparer.Ordinal)
            .ToList();
        this.etapes = etapes.ToDictionary(e => e.Definition.Type);
        Definitions = [.. etapes.Select(e => e.Definition)];
        pourLaPersonne = Definitions.SelectMany(d => d.PourLaPersonne).Concat(Minuteries.PourLaPersonne).Concat(PriseDeDonnees.PourLaPersonne).ToDictionary();
        services = Statiques<Service>(types).ToDictionary(s => s.Activite);
        courriers = Statiques<ModeleCourrier>(types).ToDictionary(c => c.Code);
    }

    /// <summary>The steps of this library.</summary>
    public static CatalogueEtapes National { get; } = new(typeof(CatalogueEtapes).Assembly);

    /// <summary>Where the steps were found, with their texts of letters as resources.</summary>
    public IReadOnlyList<Assembly> Assemblies { get; }

    /// <summary>In the order of the national journey.</summary>
    public IReadOnlyList<DefinitionEtape> Definitions { get; }

    public IReadOnlyCollection<ModeleCourrier> Courriers => courriers.Values;

    /// <summary>What the steps may ask of the world.</summary>
    public IReadOnlyCollection<Service> Services => services.Values;

    /// <summary>The definition of a type name, or null when there is none.</summary>
    public DefinitionEtape? Trouver(string type) => etapes.GetValueOrDefault(type)?.Definition;

    /// <summary>How a task of the organisation is said to the person; null when its step has no words for her.</summary>
    public string? PourLaPersonne(string nature) => pourLaPersonne.GetValueOrDefault(nature);

    /// <summary>Whether a type of step is of a kind.</summary>
    public bool Est(string type, Func<DefinitionEtape, bool> genre) => Trouver(type) is { } definition && genre(definition);

    /// <summary>The type names of a kind of steps.</summary>
    public IReadOnlyList<string> Types(Func<DefinitionEtape, bool> genre) => [.. Definitions.Where(genre).Select(d => d.Type)];

    /// <summary>A letter by its code.</summary>
    /// <exception cref="KeyNotFoundException">No step declares it.</exception>
    internal ModeleCourrier Courrier(string code) => courriers[code];

    /// <summary>The natures of tasks of the organisation.</summary>
    internal IReadOnlyCollection<string> Natures => pourLaPersonne.Keys;

    internal IEtape Etape(string type) => etapes[type];

    internal Service? Service(string activite) => services.GetValueOrDefault(activite);

    private static IEnumerable<T> Statiques<T>(IEnumerable<Type> types) =>
        types.SelectMany(t => t.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(f => typeof(T).IsAssignableFrom(f.FieldType))
            .Select(f => (T)f.GetValue(null)!);
}
