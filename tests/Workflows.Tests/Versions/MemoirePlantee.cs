using System.Text.Json.Nodes;
using FranceTravail.Parcours.Workflows.Etapes;

namespace FranceTravail.Parcours.Workflows.Tests.Versions;

/// <summary>The memory of a step that changed twice: a member got another name, then became a list.</summary>
internal sealed record MemoirePlantee : IMemoire<MemoirePlantee>
{
    public static IReadOnlyList<Action<JsonObject>> Passages =>
    [
        json =>
        {
            json["absence"] = json["manque"]?.DeepClone();
            json.Remove("manque");
        },
        json =>
        {
            json["absences"] = new JsonArray(json["absence"]?.DeepClone());
            json.Remove("absence");
        },
    ];

    public IReadOnlyList<string> Absences { get; init; } = [];
}
