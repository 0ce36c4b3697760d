using FranceTravail.Parcours.Workflows.Competence;
using FranceTravail.Parcours.Workflows.Courriers;
using FranceTravail.Parcours.Workflows.Etapes;
using Fluid;

namespace FranceTravail.Parcours.Activities.Courriers;

/// <summary>The texts of the letters that the steps declare, parsed once, with the data each cannot do without.</summary>
public sealed class ModelesLiquid
{
    private static readonly FluidParser Parser = new();
    private readonly Dictionary<string, ModeleLiquid> modeles;

    /// <param name="catalogue">The steps, with their letters.</param>
    /// <param name="competences">The law and the authorities that letters name; by default the national ones.</param>
    /// <exception cref="InvalidOperationException">A letter has no text, or one that is not valid Liquid.</exception>
    public ModelesLiquid(CatalogueEtapes catalogue, TableCompetence? competences = null)
    {
        Competences = competences ?? TableCompetence.Nationale;
        modeles = catalogue.Courriers.ToDictionary(c => c.Code, c => Lire(catalogue, c));
        Page = Commun("_page");
        RendezVous = Commun("_rendezvous");
    }

    internal IFluidTemplate Page { get; }

    /// <summary>When, where, how and with whom: the same in every letter of an appointment.</summary>
    internal IFluidTemplate RendezVous { get; }

    internal TableCompetence Competences { get; }

    /// <summary>Every letter that can be written, by its code.</summary>
    public IReadOnlyList<string> Codes => [.. modeles.Keys.Order(StringComparer.Ordinal)];

    /// <exception cref="LettreImpossibleException">There is none of that code.</exception>
    internal ModeleCourrier Modele(string code) => modeles.TryGetValue(code, out var connu) ? connu.Modele : throw Inconnu(code);

    internal bool Connait(string code) => modeles.ContainsKey(code);

    /// <exception cref="LettreImpossibleException">The template is unknown, or a datum is missing.</exception>
    internal ModeleLiquid Trouver(string code, IReadOnlyDictionary<string, string> donnees)
    {
        if (!modeles.TryGetValue(code, out var connu))
        {
            throw Inconnu(code);
        }

        return connu.Modele.Donnees.FirstOrDefault(d => !donnees.ContainsKey(d)) is { } manque
            ? throw new LettreImpossibleException($"Le courrier « {code} » ne peut pas être écrit : il y manque « {manque} ».")
            : connu;
    }

    private static IFluidTemplate Commun(string nom) =>
        Parse(nom, Source(typeof(ModelesLiquid).Assembly, $"{nom}.liquid") ?? throw new InvalidOperationException($"The common text of letters '{nom}' is not embedded."));

    private static LettreImpossibleException Inconnu(string code) => new($"Le modèle de courrier « {code} » n’existe pas.");

    private static ModeleLiquid Lire(CatalogueEtapes catalogue, ModeleCourrier modele)
    {
        var code = modele.Code;
        var source = catalogue.Assemblies.Select(a => Source(a, $"courriers/{code}.liquid")).FirstOrDefault(s => s is not null)
            ?? throw new InvalidOperationException($"The template '{code}' is not embedded.");
        return source.Split("\n---\n") is [var objet, var corps]
            ? new ModeleLiquid(modele, Parse(code, objet), Parse(code, corps))
            : throw new InvalidOperationException($"The template '{code}' is a subject, a line of three hyphens, and a body.");
    }

    private static string? Source(System.Reflection.Assembly assembly, string ressource)
    {
        using var stream = assembly.GetManifestResourceStream(ressource);
        return stream is null ? null : new StreamReader(stream).ReadToEnd();
    }

    private static IFluidTemplate Parse(string code, string source) => Parser.TryParse(source, out var template, out var error)
        ? template
        : throw new InvalidOperationException($"The template '{code}' is not valid Liquid: {error}");
}
