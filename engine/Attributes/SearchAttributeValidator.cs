using Temporalio.Api.Common.V1;

namespace FranceTravail.Parcours.Engine.Attributes;

/// <summary>Says what is wrong with search attributes that a caller wants to set.</summary>
internal static class SearchAttributeValidator
{
    public const int MaximumCount = 100;
    public const int MaximumValueBytes = 2 * 1024;
    public const int MaximumTotalBytes = 40 * 1024;

    /// <summary>The message of the first fault, or null. A start answers it as INVALID_ARGUMENT; a command puts <c>BadSearchAttributes: </c> before it.</summary>
    public static string? Validate(SearchAttributes? attributes, SearchAttributeTypes types)
    {
        if (attributes is null || attributes.IndexedFields.Count == 0)
        {
            return null;
        }

        if (attributes.IndexedFields.Count > MaximumCount)
        {
            return $"number of search attributes {attributes.IndexedFields.Count} exceeds limit {MaximumCount}";
        }

        foreach (var (name, payload) in attributes.IndexedFields)
        {
            if (Fault(name, payload, types) is { } fault)
            {
                return fault;
            }
        }

        var total = attributes.CalculateSize();
        return total > MaximumTotalBytes ? $"total size of search attributes {total} exceeds size limit {MaximumTotalBytes}" : null;
    }

    private static string? Fault(string name, Payload payload, SearchAttributeTypes types)
    {
        if (PredefinedSearchAttributes.System.ContainsKey(name))
        {
            return $"{name} attribute can't be set in SearchAttributes";
        }

        if (types.Settable(name) is not { } type)
        {
            return $"Namespace {types.Namespace} has no mapping defined for search attribute {name}";
        }

        if (payload.Data.Length > MaximumValueBytes)
        {
            return $"search attribute {name} value size {payload.Data.Length} exceeds size limit {MaximumValueBytes}";
        }

        return SearchAttributePayload.IsUnset(payload) || SearchAttributePayload.TryDecode(payload, type, out _)
            ? null
            : $"invalid value for search attribute {name} of type {type}: {GoFormat.Describe(payload)}";
    }
}
