using System.Text.RegularExpressions;
using FranceTravail.Parcours.Workflows.Etapes;

namespace FranceTravail.Parcours.Workflows.Tests.Etapes;

/// <summary>A step is its folder: nothing outside names its type, its classes, its tasks or its facts. Whoever needs them reads the catalogue.</summary>
public partial class When_a_step_is_named
{
    /// <summary>How a template says where a thread begins and ends, and where the accompaniment is taken up: the grammar of templates, which their compiler knows, and no step.</summary>
    private static readonly string[] Grammaire = ["Fil", "FinDeFil", "Reprise"];

    /// <summary>What templates listen to; one bears the name of a fact.</summary>
    private const string Annonces = "workflows/Parcours/Annonces.cs";

    private static readonly string[] Ailleurs = ["host", "activities", "designer", "engine", "workflows"];

    private static readonly IReadOnlyDictionary<string, string> Noms = Inventaire();

    [Fact]
    public void Should_be_named_in_its_folder_only()
    {
        var noms = new Regex(string.Join('|', Noms.Keys.Select(n => n.StartsWith('"') ? Regex.Escape(n) : $@"\b{n}\b")), RegexOptions.CultureInvariant);
        var ailleurs =
            from sous in Ailleurs
            from motif in (string[])["*.cs", "*.razor", "*.js"]
            from l in SourcesEtapes.Lignes(sous, motif)
            from Match nom in noms.Matches(l.Texte)
            where l.Fichier != Annonces && !l.Fichier.StartsWith($"workflows/Etapes/{Noms[nom.Value]}/", StringComparison.Ordinal)
            select $"{l.Fichier}:{l.Ligne}: {nom.Value}";
        Assert.Empty(ailleurs);
    }

    [Theory]
    [InlineData("\"Parcours.PremierRendezVous\"", "PremierRendezVous")]
    [InlineData("ContratEngagementDefinition", "ContratEngagement")]
    [InlineData("\"proposer-contrat\"", "ContratEngagement")]
    [InlineData("\"designer-referent\"", "ContratEngagement")]
    [InlineData("\"diagnostic.partage\"", "Diagnostic")]
    public void Should_be_looked_for_by_all_its_names(string nom, string dossier) => Assert.Equal(dossier, Noms[nom]);

    [Fact]
    public void Should_have_words_for_the_person_of_its_own_tasks_only()
    {
        var natures = Noms.Keys.Where(n => NatureDeTache().IsMatch(n)).Select(n => n.Trim('"')).ToHashSet();
        Assert.Empty(CatalogueEtapes.National.Definitions.SelectMany(d => d.PourLaPersonne.Keys).Except(natures));
    }

    private static Dictionary<string, string> Inventaire()
    {
        var noms = new Dictionary<string, string>();
        foreach (var dossier in Directory.GetDirectories(Path.Combine(SourcesEtapes.Racine, "workflows/Etapes")).Select(d => Path.GetFileName(d)!).Except(Grammaire))
        {
            var texte = string.Join('\n', SourcesEtapes.Lignes($"workflows/Etapes/{dossier}").Select(l => l.Texte));
            var natures = Nature().Matches(texte).Select(m => m.Groups[1].Value).ToHashSet();
            var constantes = Constante().Matches(texte).Where(m => natures.Contains(m.Groups[1].Value) || m.Groups[1].Value == "Nature").Select(m => m.Groups[2].Value);
            foreach (var nom in Classe().Matches(texte).Select(m => m.Groups[1].Value).Where(n => n.StartsWith(dossier, StringComparison.Ordinal))
                .Concat(constantes)
                .Concat(Fait().Matches(texte).Select(m => m.Value))
                .Append($"\"Parcours.{dossier}\""))
            {
                noms[nom] = dossier;
            }
        }

        return noms;
    }

    [GeneratedRegex(@"\bNature = (\w+)", RegexOptions.CultureInvariant)]
    private static partial Regex Nature();

    [GeneratedRegex("const string (\\w+) = (\"[^\"]+\")", RegexOptions.CultureInvariant)]
    private static partial Regex Constante();

    [GeneratedRegex(@"\b(?:class|record|enum|struct) (\w+)", RegexOptions.CultureInvariant)]
    private static partial Regex Classe();

    /// <summary>The code of a fact: « contrat.signe ».</summary>
    [GeneratedRegex("\"[a-z][a-z-]*\\.[a-z][a-z-]*\"", RegexOptions.CultureInvariant)]
    private static partial Regex Fait();

    [GeneratedRegex("^\"[a-z-]+\"$", RegexOptions.CultureInvariant)]
    private static partial Regex NatureDeTache();
}
