using System.Text.Json;
using System.Text.Json.Nodes;
using FranceTravail.Parcours.Workflows.Serialisation;

namespace FranceTravail.Parcours.Workflows.Parcours.Etats;

/// <summary>
/// Reads a state of any version ever written. A history keeps the state of its time; only who decides needs today's format,
/// and the changes that it then records bring the state up to it.
/// </summary>
public static class VersionsEtat
{
    /// <summary>From version n to n + 1, at index n − 1: each changes the JSON of a state in place.</summary>
    private static readonly IReadOnlyList<Action<JsonObject>> Passages = [];

    /// <exception cref="InvalidOperationException">The state was written by a later program.</exception>
    public static EtatParcours Lire(JsonObject json) => Lire(json, Passages, EtatParcours.VersionCourante).Deserialize<EtatParcours>(ParcoursJson.Options)!;

    public static JsonObject Ecrire(EtatParcours etat) => JsonSerializer.SerializeToNode(etat, ParcoursJson.Options)!.AsObject();

    /// <summary>A copy brought up to a version by the passages in order; the state itself when it is there already.</summary>
    internal static JsonObject Lire(JsonObject json, IReadOnlyList<Action<JsonObject>> passages, int courante)
    {
        var version = (int)json["version"]!;
        if (version > courante)
        {
            throw new InvalidOperationException($"The state has version {version}, this program knows {courante}: it was written by a later one.");
        }

        if (version == courante)
        {
            return json;
        }

        var copie = json.DeepClone().AsObject();
        for (; version < courante; version++)
        {
            passages[version - 1](copie);
            copie["version"] = version + 1;
        }

        return copie;
    }
}
