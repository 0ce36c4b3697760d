using FranceTravail.Parcours.Workflows.Droit;
using System.Text.Json.Nodes;
using FranceTravail.Parcours.Designer.Bibliotheque;
using FranceTravail.Parcours.Designer.Compilation;

namespace FranceTravail.Parcours.Designer.Tests.Compilation;

/// <summary>The national definition, to be spoiled.</summary>
internal sealed class DefinitionModifiee
{
    private readonly JsonObject json = JsonNode.Parse(BibliothequeModeles.DefinitionNationale)!.AsObject();

    public JsonArray Activites => json["root"]!["activities"]!.AsArray();

    public JsonArray Liens => json["root"]!["connections"]!.AsArray();

    public JsonObject Noeud(string id) => Activites.Select(a => a!.AsObject()).Single(a => a["id"]!.GetValue<string>() == id);

    public DefinitionModifiee Regler(string noeud, string entree, JsonNode? valeur, string type = "Literal")
    {
        Noeud(noeud)[entree] = new JsonObject { ["typeName"] = null, ["expression"] = new JsonObject { ["type"] = type, ["value"] = valeur } };
        return this;
    }

    public DefinitionModifiee Ajouter(string id, string type)
    {
        Activites.Add(new JsonObject { ["id"] = id, ["type"] = type, ["version"] = 1 });
        return this;
    }

    public DefinitionModifiee Relier(string de, string sortie, string vers)
    {
        Delier(de, sortie);
        Liens.Add(new JsonObject { ["source"] = new JsonObject { ["activity"] = de, ["port"] = sortie }, ["target"] = new JsonObject { ["activity"] = vers, ["port"] = "In" } });
        return this;
    }

    public DefinitionModifiee Delier(string de, string sortie)
    {
        foreach (var lien in Liens.Where(l => l!["source"]!["activity"]!.GetValue<string>() == de && l["source"]!["port"]!.GetValue<string>() == sortie).ToList())
        {
            Liens.Remove(lien);
        }

        return this;
    }

    public DefinitionModifiee Avec(Action<JsonObject> change)
    {
        change(json);
        return this;
    }

    public ResultatCompilation Compiler() => CompilateurModele.Compiler(json.ToJsonString(), "national", 1, Loi.Au(new(2026, 11, 26)));

    public ErreurModele Erreur() => Assert.Single(Compiler().Erreurs);
}
