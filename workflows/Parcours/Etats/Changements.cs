using System.Text.Json.Nodes;

namespace FranceTravail.Parcours.Workflows.Parcours.Etats;

/// <summary>
/// What differs between two states, as a JSON merge patch (RFC 7396): a member that is gone is null, an object is changed by
/// parts, all else is given whole. States hold no null, so nothing is lost. A replay applies it without knowing what it means.
/// </summary>
public static class Changements
{
    /// <summary>What makes <paramref name="apres"/> of <paramref name="avant"/>; empty when they are equal.</summary>
    public static JsonObject Entre(JsonObject avant, JsonObject apres)
    {
        var changements = new JsonObject();
        foreach (var (nom, valeur) in avant)
        {
            if (apres[nom] is null)
            {
                changements[nom] = null;
            }
        }

        foreach (var (nom, valeur) in apres)
        {
            switch (avant[nom], valeur)
            {
                case (JsonObject ancien, JsonObject nouveau):
                    if (Entre(ancien, nouveau) is { Count: > 0 } parties)
                    {
                        changements[nom] = parties;
                    }

                    break;
                case var (ancien, nouveau) when !JsonNode.DeepEquals(ancien, nouveau):
                    changements[nom] = nouveau?.DeepClone();
                    break;
            }
        }

        return changements;
    }

    /// <summary>Applies changes to a state, in place.</summary>
    public static void Appliquer(JsonObject etat, JsonObject changements)
    {
        foreach (var (nom, valeur) in changements)
        {
            switch (etat[nom], valeur)
            {
                case (_, null):
                    etat.Remove(nom);
                    break;
                case (JsonObject ancien, JsonObject parties):
                    Appliquer(ancien, parties);
                    break;
                default:
                    etat[nom] = valeur.DeepClone();
                    break;
            }
        }
    }
}
