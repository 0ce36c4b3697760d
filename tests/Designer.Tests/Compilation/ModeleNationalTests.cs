using FranceTravail.Parcours.Workflows.Delais;
using FranceTravail.Parcours.Workflows.Droit;
using System.Runtime.CompilerServices;
using System.Text.Json;
using FranceTravail.Parcours.Designer.Bibliotheque;
using FranceTravail.Parcours.Designer.Compilation;
using FranceTravail.Parcours.Workflows.Serialisation;

namespace FranceTravail.Parcours.Designer.Tests.Compilation;

public sealed class ModeleNationalTests
{
    private static readonly JsonSerializerOptions Indented = new(ParcoursJson.Options) { WriteIndented = true };

    /// <summary>To approve a change, copy the received file, written beside, over the approved one.</summary>
    /// <summary>It repeats no number of the law, so that a law to come does not keep this program from starting.</summary>
    [Fact]
    public void Should_compile_under_a_law_that_is_to_come()
    {
        var inventee = new VersionDroit(new(2028, 1, 1), "loi inventée");
        var lois = Lois.Nationales with
        {
            Contrat = Lois.Nationales.Contrat.Avec(Lois.Nationales.Contrat.Toutes[^1] with { Version = inventee, DelaiSignature = new(DelaiLegal.EnJours(45), Report.JourOuvre, [Article.Travail("D9999-1")]), PlancherHebdomadaire = 20m }),
            Orientation = Lois.Nationales.Orientation.Avec(Lois.Nationales.Orientation.Toutes[^1] with { Version = inventee, PremierRendezVous = new(DelaiLegal.EnJours(20), Report.Jamais, [Article.Travail("D9999-2")]) }),
        };
        Assert.Empty(CompilateurModele.Compiler(BibliothequeModeles.DefinitionNationale, BibliothequeModeles.National, 1, lois.Au(new(2028, 1, 1))).Erreurs);
    }

    [Fact]
    public void Should_compile_to_the_approved_template()
    {
        var result = CompilateurModele.Compiler(BibliothequeModeles.DefinitionNationale, BibliothequeModeles.National, 1, Loi.Au(new(2026, 11, 26)));
        Assert.Empty(result.Erreurs);
        var received = JsonSerializer.Serialize(result.Modele, Indented) + "\n";
        var approved = Path.ChangeExtension(Here(), "approved.json");
        var text = File.Exists(approved) ? File.ReadAllText(approved) : "";
        if (text != received)
        {
            File.WriteAllText(Path.ChangeExtension(Here(), "received.json"), received);
        }

        Assert.Equal(text, received);
    }

    private static string Here([CallerFilePath] string path = "") => path;
}
