using Google.Protobuf.Collections;
using Temporalio.Api.Common.V1;

namespace FranceTravail.Parcours.Engine.Runs.Properties;

/// <summary>Memo and search attributes are maps merged key by key; a nil payload, or for attributes an empty list, removes its key.</summary>
internal static class Fields
{
    public static Memo Merge(Memo? old, Memo added)
    {
        var memo = old?.Clone() ?? new Memo();
        Merge(memo.Fields, added.Fields, Removes);
        return memo;
    }

    public static SearchAttributes Merge(SearchAttributes? old, SearchAttributes added)
    {
        var attributes = old?.Clone() ?? new SearchAttributes();
        Merge(attributes.IndexedFields, added.IndexedFields, p => Removes(p) || p.Data.ToStringUtf8() == "[]");
        return attributes;
    }

    /// <summary>The attributes that have a value.</summary>
    public static SearchAttributes? Present(SearchAttributes? given)
    {
        if (given is null)
        {
            return null;
        }

        var present = Merge(null, given);
        return present.IndexedFields.Count == 0 ? null : present;
    }

    private static bool Removes(Payload p) => p.Metadata.TryGetValue("encoding", out var encoding) ? encoding.ToStringUtf8() == "binary/null" : p.Data.IsEmpty;

    private static void Merge(MapField<string, Payload> into, MapField<string, Payload> added, Func<Payload, bool> removes)
    {
        foreach (var (key, payload) in added)
        {
            if (removes(payload))
            {
                into.Remove(key);
            }
            else
            {
                into[key] = payload;
            }
        }
    }
}
