using FranceTravail.Parcours.Workflows.Droit;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using FranceTravail.Parcours.Designer.Bibliotheque;
using FranceTravail.Parcours.Designer.Compilation;
using FranceTravail.Parcours.Workflows.Etapes;

namespace FranceTravail.Parcours.Designer.Tests.Compilation;

public sealed class MutationsTests
{
    private static readonly object?[] Oddities =
    [
        null, 0, -1, 1e300, true, "", " ", "P30D", "P-1D", "99999999999", "Parcours.RevuePeriodique", "suivi", "Engage", "1e9", "\ud83d\ude00", "Done", "7,2,1",
        Array.Empty<int>(), new Dictionary<string, int>(),
    ];

    private static readonly Gen<JsonNode?> Values = Gen.Select(
        Gen.Int[0, 2 * Oddities.Length], Gen.String, (i, text) => JsonSerializer.SerializeToNode(i < Oddities.Length ? Oddities[i] : text));

    [Fact]
    public void Should_never_throw_on_a_spoiled_definition_and_give_errors_or_a_valid_template() =>
        Gen.Select(Gen.Int[0, 1_000_000], Values, Gen.Int[0, 3]).Array[1, 4].Sample(
            changes =>
            {
                JsonNode root = JsonNode.Parse(BibliothequeModeles.DefinitionNationale)!;
                foreach (var (place, value, kind) in changes)
                {
                    Spoil(root, place, value, kind);
                }

                HoldsFor(root.ToJsonString());
            },
            iter: 500,
            threads: 1);

    [Fact]
    public void Should_never_throw_on_a_torn_text() =>
        Gen.Select(Gen.Int[0, BibliothequeModeles.DefinitionNationale.Length - 1], Gen.Int[0, 40], Gen.String[0, 5]).Sample(
            change =>
            {
                var (place, length, text) = change;
                var json = BibliothequeModeles.DefinitionNationale;
                HoldsFor(json[..place] + text + json[Math.Min(json.Length, place + length)..]);
            },
            iter: 300,
            threads: 1);

    private static void Spoil(JsonNode root, int place, JsonNode? value, int kind)
    {
        var nodes = new List<JsonNode>();
        Collect(root, nodes);
        var node = nodes[place % nodes.Count];
        var copy = kind == 0 ? value?.DeepClone() : nodes[(place / 7) % nodes.Count].DeepClone();
        switch (node)
        {
            case JsonObject o when o.Count > 0:
                var key = o.ElementAt(place % o.Count).Key;
                if (kind == 3)
                {
                    o.Remove(key);
                }
                else
                {
                    o[key] = copy;
                }

                break;
            case JsonArray a when a.Count > 0 && kind != 2:
                a.RemoveAt(place % a.Count);
                break;
            case JsonArray a:
                a.Add(copy);
                break;
        }
    }

    private static void Collect(JsonNode? node, List<JsonNode> into)
    {
        if (node is JsonObject or JsonArray)
        {
            into.Add(node);
            foreach (var child in node is JsonObject o ? o.Select(p => p.Value) : node.AsArray())
            {
                Collect(child, into);
            }
        }
    }

    private static void HoldsFor(string json)
    {
        var result = CompilateurModele.Compiler(json, "m", 1, Loi.Au(new(2026, 11, 26)));
        Assert.Equal(result.Modele is null, result.Erreurs.Count > 0);
        Assert.All(result.Erreurs, e => Assert.NotEmpty(e.Message));
        if (result.Modele is { } modele)
        {
            var ids = modele.Noeuds.Select(n => n.Id).ToHashSet();
            Assert.Contains(modele.Entree, ids);
            Assert.All(modele.Noeuds, n =>
            {
                var etape = CatalogueEtapes.National.Trouver(n.Type)!;
                Assert.Equal(etape.Sorties.Select(s => s.Nom).Order(), n.Sorties.Keys.Order());
                Assert.Subset(etape.Entrees.Select(e => e.Nom).ToHashSet(), n.Parametres.Keys.ToHashSet());
                Assert.All(n.Sorties.Values, v => Assert.Contains(v, ids));
            });
        }
    }
}
