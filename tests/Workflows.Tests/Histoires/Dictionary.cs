using System.Text.Json;
using FranceTravail.Parcours.Workflows.Serialisation;
using FranceTravail.Parcours.Workflows.Tests.Banc;

namespace FranceTravail.Parcours.Workflows.Tests.Histoires;

/// <summary>Writes what a dictionary of compression is made of: the decisions of one ordinary journey, each kind of event once.</summary>
public class Dictionary
{
    [Fact(Explicit = true)]
    public async Task Of_an_ordinary_journey()
    {
        var p = new ParcoursEnMemoire(Situations.Incertaine);
        Deroulement.JusquAuContratSigne(p);
        Deroulement.JusquALaRevue(p);
        p.Agir("tenir-revue", "Poursuite");
        var decisions = p.Decisions.GroupBy(d => string.Join('+', d.Faits.Select(f => f.Code)) + d.Changements!.Count).Select(g => g.Last());
        await File.WriteAllTextAsync(
            Path.Combine(Path.GetTempPath(), "dictionnaire.txt"),
            string.Join('\n', decisions.Select(d => JsonSerializer.Serialize(d, ParcoursJson.Options))),
            TestContext.Current.CancellationToken);
    }
}
