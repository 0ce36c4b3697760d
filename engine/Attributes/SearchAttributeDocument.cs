using System.Buffers;
using System.Text;
using System.Text.Json;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;

namespace FranceTravail.Parcours.Engine.Attributes;

/// <summary>Writes search attributes as the JSON document that queries look into: one typed value per name.</summary>
/// <remarks>A date is its nanoseconds, a text its words, a list of one its element; what is null is left out.</remarks>
internal static class SearchAttributeDocument
{
    public static string? Write(SearchAttributes? attributes)
    {
        if (attributes is null || attributes.IndexedFields.Count == 0)
        {
            return null;
        }

        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            foreach (var (name, payload) in attributes.IndexedFields)
            {
                if (SearchAttributePayload.TypeOf(payload) is { } type && SearchAttributePayload.TryDecode(payload, type, out var value) && value is not null)
                {
                    json.WritePropertyName(name);
                    WriteValue(json, type, value);
                }
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void WriteValue(Utf8JsonWriter json, IndexedValueType type, object value)
    {
        switch (value)
        {
            case string text when type == IndexedValueType.Text:
                json.WriteStringValue(Words.Of(text));
                break;
            case string text:
                json.WriteStringValue(text);
                break;
            case long number:
                json.WriteNumberValue(number);
                break;
            case double number:
                json.WriteNumberValue(number);
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case string[] list:
                json.WriteStartArray();
                foreach (var element in list)
                {
                    json.WriteStringValue(element);
                }

                json.WriteEndArray();
                break;
        }
    }
}
