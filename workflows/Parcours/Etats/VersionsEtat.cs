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
    /// <summary>Every change of the state's JSON, or of what it holds but the memories of steps, is a passage here.</summary>
    public static Versions Versions { get; } = new("L’état d’un parcours");

    /// <exception cref="VersionPlusRecenteException">The state was written by a later program.</exception>
    public static EtatParcours Lire(JsonObject json) => json.Deserialize<EtatParcours>(ParcoursJson.Options)!;

    public static JsonObject Ecrire(EtatParcours etat) => JsonSerializer.SerializeToNode(etat, ParcoursJson.Options)!.AsObject();
}
