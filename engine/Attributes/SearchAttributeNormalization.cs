using Temporalio.Api.Common.V1;

namespace FranceTravail.Parcours.Engine.Attributes;

/// <summary>Turns validated search attributes into what events and state keep: payloads that carry their type.</summary>
internal static class SearchAttributeNormalization
{
    /// <summary>Those of event 1 and of a new run's state: unset ones are left out, and null is returned where nothing is left.</summary>
    public static SearchAttributes? ForStart(SearchAttributes? attributes, SearchAttributeTypes types)
    {
        if (attributes is null)
        {
            return null;
        }

        var kept = Typed(attributes.IndexedFields.Where(field => !SearchAttributePayload.IsUnset(field.Value)), types);
        return kept.IndexedFields.Count == 0 ? null : kept;
    }

    /// <summary>Those of an upsert event, which keeps the unset ones too.</summary>
    public static SearchAttributes ForUpsert(SearchAttributes attributes, SearchAttributeTypes types) => Typed(attributes.IndexedFields, types);

    /// <summary>The state after an upsert: merged per name, unset ones removed. Null where nothing is left.</summary>
    public static SearchAttributes? Merge(SearchAttributes? current, SearchAttributes upserted)
    {
        var merged = current?.Clone() ?? new SearchAttributes();
        foreach (var (name, payload) in upserted.IndexedFields)
        {
            if (SearchAttributePayload.IsUnset(payload))
            {
                merged.IndexedFields.Remove(name);
            }
            else
            {
                merged.IndexedFields[name] = payload;
            }
        }

        return merged.IndexedFields.Count == 0 ? null : merged;
    }

    private static SearchAttributes Typed(IEnumerable<KeyValuePair<string, Payload>> fields, SearchAttributeTypes types)
    {
        var typed = new SearchAttributes();
        foreach (var (name, payload) in fields)
        {
            typed.IndexedFields[name] = types.Settable(name) is { } type ? SearchAttributePayload.WithType(payload, type) : payload;
        }

        return typed;
    }
}
