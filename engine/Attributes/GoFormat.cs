using System.Globalization;
using System.Text.Json;
using Temporalio.Api.Common.V1;

namespace FranceTravail.Parcours.Engine.Attributes;

/// <summary>Writes a refused JSON value as a Temporal server prints it: <c>[a b]</c>, <c>map[k:1]</c>, <c>&lt;nil&gt;</c>.</summary>
internal static class GoFormat
{
    public static string Describe(Payload payload)
    {
        try
        {
            using var json = JsonDocument.Parse(payload.Data.Memory);
            return Describe(json.RootElement);
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            // The refusal still has to say something of a value that cannot be read.
            return $"value from <{payload.Data.Length} bytes>";
        }
    }

    private static string Describe(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Array => $"[{string.Join(' ', json.EnumerateArray().Select(Describe))}]",
        JsonValueKind.Object => $"map[{string.Join(' ', json.EnumerateObject().OrderBy(p => p.Name, StringComparer.Ordinal).Select(p => $"{p.Name}:{Describe(p.Value)}"))}]",
        JsonValueKind.Null => "<nil>",
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Number => json.GetDouble().ToString(CultureInfo.InvariantCulture),
        _ => json.GetString()!,
    };
}
