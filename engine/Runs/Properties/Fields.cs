using FranceTravail.Parcours.Engine.Attributes;
using Temporalio.Api.Common.V1;

namespace FranceTravail.Parcours.Engine.Runs.Properties;

/// <summary>Memo and search attributes are maps merged key by key; an unset payload removes its key.</summary>
internal static class Fields
{
    public static Memo Merge(Memo? old, Memo added)
    {
        var memo = old?.Clone() ?? new Memo();
        foreach (var (key, payload) in added.Fields)
        {
            if (payload.Metadata.TryGetValue("encoding", out var encoding) ? encoding.ToStringUtf8() == "binary/null" : payload.Data.IsEmpty)
            {
                memo.Fields.Remove(key);
            }
            else
            {
                memo.Fields[key] = payload;
            }
        }

        return memo;
    }

    /// <summary>The attributes that have a value.</summary>
    public static SearchAttributes? Present(SearchAttributes? typed) => typed is null ? null : SearchAttributeNormalization.Merge(null, typed);
}
