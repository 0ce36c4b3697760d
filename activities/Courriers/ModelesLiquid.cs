using Fluid;
using FranceTravail.Parcours.Workflows.Courriers;

namespace FranceTravail.Parcours.Activities.Courriers;

/// <summary>The embedded templates, parsed once, with the data each cannot do without.</summary>
internal static class ModelesLiquid
{
    private static readonly FluidParser _parser = new();

    private static readonly Dictionary<string, string[]> _donnees = new(StringComparer.Ordinal)
    {
        [ModelesCourrier.Inscription] = ["identifiant"],
        [ModelesCourrier.Orientation] = ["parcours", "organisme", "motifs", "algorithme"],
        [ModelesCourrier.Convocation] = ["debut", "objet"],
        [ModelesCourrier.RappelRendezVous] = ["debut", "objet", "jours"],
        [ModelesCourrier.Absence] = ["debut"],
        [ModelesCourrier.ContratASigner] = ["version", "heures", "avantLe"],
        [ModelesCourrier.ContratSigne] = ["version", "heures", "signeLe"],
        [ModelesCourrier.Revue] = ["le"],
        [ModelesCourrier.RappelTache] = ["libelle", "avantLe"],
    };

    private static readonly Dictionary<string, ModeleLiquid> _modeles = _donnees.Keys.ToDictionary(c => c, Lire, StringComparer.Ordinal);

    public static IFluidTemplate Page { get; } = Parse("_page", Source("_page"));

    /// <exception cref="LettreImpossibleException">The template is unknown, or a datum is missing.</exception>
    public static ModeleLiquid Trouver(string code, IReadOnlyDictionary<string, string> donnees)
    {
        if (!_modeles.TryGetValue(code, out var modele))
        {
            throw new LettreImpossibleException($"Le modèle de courrier « {code} » n'existe pas.");
        }

        return _donnees[code].FirstOrDefault(d => !donnees.ContainsKey(d)) is { } manque
            ? throw new LettreImpossibleException($"Le courrier « {code} » ne peut pas être écrit : il y manque « {manque} ».")
            : modele;
    }

    private static ModeleLiquid Lire(string code) => Source(code).Split("\n---\n") is [var objet, var corps]
        ? new ModeleLiquid(Parse(code, objet), Parse(code, corps))
        : throw new InvalidOperationException($"The template '{code}' is a subject, a line of three hyphens, and a body.");

    private static string Source(string code)
    {
        using var stream = typeof(ModelesLiquid).Assembly.GetManifestResourceStream($"{code}.liquid")
            ?? throw new InvalidOperationException($"The template '{code}' is not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static IFluidTemplate Parse(string code, string source) => _parser.TryParse(source, out var template, out var error)
        ? template
        : throw new InvalidOperationException($"The template '{code}' is not valid Liquid: {error}");
}
