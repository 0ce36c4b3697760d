using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace FranceTravail.Parcours.Workflows.Tests.Droit;

/// <summary>The rows of a table of cases beside these tests; each is a test. Quotes enclose a value that has a comma.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class TableDeCasAttribute(string dossier) : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        ValueTask.FromResult<IReadOnlyCollection<ITheoryDataRow>>(
        [
            .. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Droit", dossier), "*.csv").Order(StringComparer.Ordinal).SelectMany(fichier =>
            {
                var lignes = File.ReadAllLines(fichier);
                return lignes.Skip(1).Select(ligne => new TheoryDataRow<string, string, string>(Path.GetFileNameWithoutExtension(fichier), lignes[0], ligne));
            }),
        ]);

    public override bool SupportsDiscoveryEnumeration() => true;

    /// <summary>The values of a row by their column.</summary>
    public static Dictionary<string, string> Lire(string colonnes, string ligne)
    {
        var valeurs = Decouper(ligne);
        return colonnes.Split(',').Select((colonne, rang) => (colonne, valeur: valeurs[rang])).ToDictionary(p => p.colonne, p => p.valeur);
    }

    private static List<string> Decouper(string ligne)
    {
        List<string> valeurs = [""];
        var cite = false;
        foreach (var c in ligne)
        {
            if (c == '"')
            {
                cite = !cite;
            }
            else if (c == ',' && !cite)
            {
                valeurs.Add("");
            }
            else
            {
                valeurs[^1] += c;
            }
        }

        return valeurs;
    }
}
