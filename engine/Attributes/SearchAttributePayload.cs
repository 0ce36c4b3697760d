using System.Text.Json;
using Google.Protobuf;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;

namespace FranceTravail.Parcours.Engine.Attributes;

/// <summary>Reads one search attribute's payload as a value of its type.</summary>
internal static class SearchAttributePayload
{
    private const string EncodingKey = "encoding";
    private const string TypeKey = "type";
    private static readonly ByteString PlainJson = ByteString.CopyFromUtf8("json/plain");
    private static readonly ByteString Null = ByteString.CopyFromUtf8("binary/null");

    /// <summary>Whether the payload takes the attribute away: nothing in it, <c>binary/null</c>, or an empty list. A JSON null is a value.</summary>
    public static bool IsUnset(Payload? payload)
    {
        if (payload is null || payload.Data.IsEmpty)
        {
            return true;
        }

        return payload.Metadata.TryGetValue(EncodingKey, out var encoding) && (encoding.Equals(Null) || IsEmptyList(payload.Data.Span));
    }

    /// <summary>The type that <see cref="WithType"/> wrote, or null.</summary>
    public static IndexedValueType? TypeOf(Payload payload) =>
        payload.Metadata.TryGetValue(TypeKey, out var name) && Enum.TryParse<IndexedValueType>(name.ToStringUtf8(), out var type) ? type : null;

    /// <summary>A value that the engine sets itself, in the form in which callers give theirs.</summary>
    public static Payload OfJson<T>(T value) => new()
    {
        Metadata = { { EncodingKey, PlainJson } },
        Data = ByteString.CopyFrom(JsonSerializer.SerializeToUtf8Bytes(value)),
    };

    /// <summary>A copy that carries its type, as events, descriptions and lists show it.</summary>
    public static Payload WithType(Payload payload, IndexedValueType type)
    {
        var typed = payload.Clone();
        typed.Metadata[TypeKey] = ByteString.CopyFromUtf8(type.ToString());
        return typed;
    }

    /// <summary>
    /// Decodes to string, long, double, bool, nanoseconds (for a date) or an array of strings; null for a JSON null.
    /// A list of one stands for its element. False when the payload is not of that type.
    /// </summary>
    public static bool TryDecode(Payload payload, IndexedValueType type, out object? value)
    {
        value = null;
        if (!payload.Metadata.TryGetValue(EncodingKey, out var encoding) || !encoding.Equals(PlainJson))
        {
            return false;
        }

        try
        {
            using var json = JsonDocument.Parse(payload.Data.Memory);
            return json.RootElement.ValueKind == JsonValueKind.Null || TryRead(json.RootElement, type, out value);
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            // Not JSON, or a string that is not valid Unicode: not a value of any type.
            return false;
        }
    }

    private static bool TryRead(JsonElement json, IndexedValueType type, out object? value)
    {
        if (type != IndexedValueType.KeywordList && json.ValueKind == JsonValueKind.Array && json.GetArrayLength() == 1 && json[0].ValueKind != JsonValueKind.Array)
        {
            return TryRead(json[0], type, out value);
        }

        value = (type, json.ValueKind) switch
        {
            (IndexedValueType.Keyword or IndexedValueType.Text, JsonValueKind.String) => json.GetString(),
            (IndexedValueType.Int, JsonValueKind.Number) when json.TryGetInt64(out var number) => number,
            (IndexedValueType.Double, JsonValueKind.Number) when json.TryGetDouble(out var number) && double.IsFinite(number) => number,
            (IndexedValueType.Bool, JsonValueKind.True or JsonValueKind.False) => json.GetBoolean(),
            (IndexedValueType.Datetime, JsonValueKind.String) when UnixNanoseconds.TryParseMoment(json.GetString()!, out var moment) => moment,
            (IndexedValueType.KeywordList, JsonValueKind.Array) when json.EnumerateArray().All(element => element.ValueKind == JsonValueKind.String) =>
                json.EnumerateArray().Select(element => element.GetString()!).ToArray(),
            _ => null,
        };
        return value is not null;
    }

    private static bool IsEmptyList(ReadOnlySpan<byte> json) => json.Length < 16 && json.Trim(" \t\r\n"u8) is [(byte)'[', .. var inside, (byte)']'] && inside.Trim(" \t\r\n"u8).IsEmpty;
}
