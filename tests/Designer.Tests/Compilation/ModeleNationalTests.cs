using System.Runtime.CompilerServices;
using System.Text.Json;
using FranceTravail.Parcours.Designer.Bibliotheque;
using FranceTravail.Parcours.Designer.Compilation;
using FranceTravail.Parcours.Workflows.Serialisation;

namespace FranceTravail.Parcours.Designer.Tests.Compilation;

public sealed class ModeleNationalTests
{
    private static readonly JsonSerializerOptions _indented = new(ParcoursJson.Options) { WriteIndented = true };

    /// <summary>To approve a change, copy the received file, written beside, over the approved one.</summary>
    [Fact]
    public void Should_compile_to_the_approved_template()
    {
        var result = CompilateurModele.Compiler(BibliothequeModeles.DefinitionNationale, BibliothequeModeles.National, 1);
        Assert.Empty(result.Erreurs);
        var received = JsonSerializer.Serialize(result.Modele, _indented) + "\n";
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
