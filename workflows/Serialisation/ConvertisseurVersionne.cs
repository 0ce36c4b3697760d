using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace FranceTravail.Parcours.Workflows.Serialisation;

/// <summary>Reads a value of any format that it ever had, wherever it stands; writes today's.</summary>
/// <param name="versions">Its formats.</param>
/// <param name="sans">The dialect without this converter.</param>
internal sealed class ConvertisseurVersionne<T>(Versions versions, JsonSerializerOptions sans) : JsonConverter<T>
    where T : class
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        // Most values are of today: the version is read ahead, and the rest once.
        if (Version(reader) == versions.Courante)
        {
            return JsonSerializer.Deserialize<T>(ref reader, sans)!;
        }

        var json = JsonNode.Parse(ref reader)!.AsObject();
        versions.Lever(json);
        return json.Deserialize<T>(sans)!;
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => JsonSerializer.Serialize(writer, value, sans);

    private static int? Version(Utf8JsonReader lecteur)
    {
        if (lecteur.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("An object was expected.");
        }

        while (lecteur.Read() && lecteur.TokenType == JsonTokenType.PropertyName)
        {
            var estVersion = lecteur.ValueTextEquals(Versions.Membre);
            lecteur.Read();
            if (estVersion)
            {
                return lecteur.GetInt32();
            }

            lecteur.Skip();
        }

        return null;
    }
}
