using System.Text.Json;
using System.Text.Json.Nodes;
using FranceTravail.Parcours.Workflows.Serialisation;

namespace FranceTravail.Parcours.Workflows.Etapes;

/// <summary>What a step remembers, with the formats that it has had: declared by the step, beside the record.</summary>
/// <typeparam name="T">The record itself.</typeparam>
internal interface IMemoire<T>
    where T : IMemoire<T>
{
    /// <summary>From version n to n + 1, at index n − 1 (<see cref="Serialisation.Versions"/>): one for every change of the record's JSON.</summary>
    static virtual IReadOnlyList<Action<JsonObject>> Passages => [];

    static Versions Versions { get; } = new($"La mémoire « {typeof(T).Name} »", T.Passages);

    /// <exception cref="VersionPlusRecenteException">A later program wrote it.</exception>
    static T Lire(JsonElement json)
    {
        var objet = JsonObject.Create(json)!;
        Versions.Lever(objet);
        return objet.Deserialize<T>(ParcoursJson.Options)!;
    }

    static JsonElement Ecrire(T memoire)
    {
        var objet = JsonSerializer.SerializeToNode(memoire, ParcoursJson.Options)!.AsObject();
        objet[Versions.Membre] = Versions.Courante;
        return JsonSerializer.SerializeToElement(objet, ParcoursJson.Options);
    }
}
