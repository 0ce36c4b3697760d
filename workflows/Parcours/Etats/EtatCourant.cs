using System.Text.Json.Nodes;

namespace FranceTravail.Parcours.Workflows.Parcours.Etats;

/// <summary>The state that a run carries: JSON that recorded decisions change, read by name only where the workflow itself must know.</summary>
internal sealed class EtatCourant(JsonObject json)
{
    private EtatParcours? lu;

    public JsonObject Json => json;

    public EtatParcours Lu => lu ??= VersionsEtat.Lire(json);

    public void Appliquer(JsonObject changements)
    {
        Changements.Appliquer(json, changements);
        lu = null;
    }

    /// <summary>A request whose answer changes nothing is simply no longer pending.</summary>
    public void Oublier(string cleDemande)
    {
        (json["demandes"] as JsonObject)?.Remove(cleDemande);
        lu = null;
    }
}
