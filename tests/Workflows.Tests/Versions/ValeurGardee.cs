using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using FranceTravail.Parcours.Workflows.Etapes;
using FranceTravail.Parcours.Workflows.Parcours.Decisions;
using FranceTravail.Parcours.Workflows.Parcours.Etats;
using FranceTravail.Parcours.Workflows.Serialisation;

namespace FranceTravail.Parcours.Workflows.Tests.Versions;

/// <summary>One kind of value that histories keep: how it is read and written today, and its files, two for each version.</summary>
/// <param name="Nom">Head of the names of its files.</param>
/// <param name="Type">Its record.</param>
/// <param name="Courante">The version that is written today.</param>
/// <param name="Relire">Reads a JSON text of any version, and writes what was read.</param>
internal sealed record ValeurGardee(string Nom, Type Type, int Courante, Func<string, string> Relire)
{
    private static readonly JsonSerializerOptions Lisible = new(ParcoursJson.SansVersions) { WriteIndented = true };

    /// <summary>The state, a decision, and the memory of each step that has one.</summary>
    public static IReadOnlyList<ValeurGardee> Toutes { get; } =
    [
        new("etat", typeof(EtatParcours), VersionsEtat.Versions.Courante, RelireEn<EtatParcours>),
        new("decision", typeof(Decision), VersionsDecision.Versions.Courante, RelireEn<Decision>),
        .. typeof(IMemoire<>).Assembly.GetTypes()
            .Where(t => t.IsClass && t.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IMemoire<>)))
            .OrderBy(t => t.Name, StringComparer.Ordinal)
            .Select(t => (ValeurGardee)typeof(ValeurGardee).GetMethod(nameof(DeMemoire))!.MakeGenericMethod(t).Invoke(null, null)!),
    ];

    /// <summary>Where the tests read them.</summary>
    public static string Dossier { get; } = Path.Combine(AppContext.BaseDirectory, "Versions", "Gardes");

    /// <summary>The members of the record, theirs, and so on: what a change of format changes.</summary>
    public string Forme => JsonSerializer.Serialize(
        ParcoursJson.SansVersions.GetJsonSchemaAsNode(Type, new() { TransformSchemaNode = Nommer }), Lisible) + "\n";

    public static ValeurGardee DeMemoire<T>()
        where T : IMemoire<T> => new(
            $"memoire-{typeof(T).Name}",
            typeof(T),
            IMemoire<T>.Versions.Courante,
            json => Ecrire(JsonSerializer.SerializeToNode(IMemoire<T>.Ecrire(IMemoire<T>.Lire(JsonElement.Parse(json))))!));

    /// <summary>Writes the files of today's version: only while no journey of it is out in the world.</summary>
    public async Task EnregistrerAsync()
    {
        var tete = Path.Combine(Ici(), "Gardes", $"{Nom}-{Courante}");
        var exemple = Exemple.De(Type).AsObject();
        exemple[Serialisation.Versions.Membre] = Courante;
        await File.WriteAllTextAsync($"{tete}.json", Relire(exemple.ToJsonString()));
        await File.WriteAllTextAsync($"{tete}.forme.json", Forme);
    }

    private static string RelireEn<T>(string json) =>
        Ecrire(JsonSerializer.SerializeToNode(JsonSerializer.Deserialize<T>(json, ParcoursJson.Options), ParcoursJson.Options)!);

    private static string Ecrire(JsonNode json) => json.ToJsonString(Lisible) + "\n";

    /// <summary>What a converter writes has no members: it is told by the name of its type.</summary>
    private static JsonNode Nommer(JsonSchemaExporterContext contexte, JsonNode schema) =>
        schema is JsonObject ? schema : new JsonObject { ["type"] = contexte.TypeInfo.Type.ToString() };

    private static string Ici([CallerFilePath] string fichier = "") => Path.GetDirectoryName(fichier)!;
}
