using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using FranceTravail.Parcours.Workflows.Serialisation;
using NodaTime;

namespace FranceTravail.Parcours.Workflows.Tests.Versions;

/// <summary>A value of a type in JSON with each of its members filled, down to the last: what is not in it would be lost unseen.</summary>
internal static class Exemple
{
    private static readonly Dictionary<Type, JsonNode> Simples = new()
    {
        [typeof(string)] = "texte",
        [typeof(bool)] = true,
        [typeof(int)] = 7,
        [typeof(long)] = 7,
        [typeof(decimal)] = 7.5,
        [typeof(double)] = 7.5,
        [typeof(Instant)] = "2026-11-05T10:00:00Z",
        [typeof(LocalDate)] = "2026-11-05",
        [typeof(LocalTime)] = "10:00:00",
        [typeof(Period)] = "P1M",
        [typeof(JsonElement)] = new JsonObject { ["version"] = 1, ["membre"] = "texte" },
        [typeof(JsonElement?)] = new JsonObject { ["membre"] = "texte" },
        [typeof(JsonObject)] = new JsonObject { ["membre"] = "texte" },
    };

    public static JsonNode De(Type type)
    {
        if (Simples.TryGetValue(type, out var simple))
        {
            return simple.DeepClone();
        }

        if (Nullable.GetUnderlyingType(type) is { } dessous)
        {
            return De(dessous);
        }

        if (type.IsEnum)
        {
            return Enum.GetNames(type)[^1];
        }

        var info = ParcoursJson.SansVersions.GetTypeInfo(type);
        return info.Kind switch
        {
            JsonTypeInfoKind.Enumerable => new JsonArray(De(info.ElementType!)),
            JsonTypeInfoKind.Dictionary => new JsonObject { [info.KeyType!.IsEnum ? Enum.GetNames(info.KeyType)[^1] : "cle"] = De(info.ElementType!) },
            JsonTypeInfoKind.Object => new JsonObject(info.Properties
                .Where(p => p.Set is not null || p.AssociatedParameter is not null)
                .Select(p => KeyValuePair.Create(p.Name, (JsonNode?)(p.Name == Serialisation.Versions.Membre && p.DeclaringType == type ? 1 : De(p.PropertyType))))),
            _ => throw new NotSupportedException($"Say in this table how a {type} looks."),
        };
    }
}
