using System.Security.Cryptography;
using System.Text.Json;
using FranceTravail.Parcours.Workflows.Serialisation;

namespace FranceTravail.Parcours.Workflows.Modele;

/// <summary>The hash that makes a version recognisable whatever the order in which the designer saved its nodes.</summary>
public static class EmpreinteModele
{
    /// <summary>SHA-256 in lower hexadecimal of the canonical JSON: nodes and maps sorted by ordinal key, fingerprint empty.</summary>
    public static string Calculer(ModeleParcours modele)
    {
        var canonique = modele with
        {
            Empreinte = "",
            Fils = [.. modele.Fils.OrderBy(f => f.Id, StringComparer.Ordinal)],
            Reprises = [.. modele.Reprises.OrderBy(r => r.Id, StringComparer.Ordinal)],
            Noeuds = [.. modele.Noeuds.OrderBy(n => n.Id, StringComparer.Ordinal).Select(Trier)],
        };
        return Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(canonique, ParcoursJson.Options)));
    }

    private static Noeud Trier(Noeud noeud) => noeud with
    {
        Parametres = new SortedDictionary<string, string>(noeud.Parametres.ToDictionary(), StringComparer.Ordinal),
        Sorties = new SortedDictionary<string, string>(noeud.Sorties.ToDictionary(), StringComparer.Ordinal),
    };
}
