using System.Buffers;
using FranceTravail.Parcours.Engine.Refusals;
using Temporalio.Api.Enums.V1;

namespace FranceTravail.Parcours.Engine.Attributes;

/// <summary>What may be registered and removed. Nothing is written here: the result is what <see cref="SearchAttributeTable"/> has to do.</summary>
internal static class SearchAttributeAdministration
{
    public const int MaximumOfOneType = 100;
    private const int MaximumNameLength = 200;

    // These would need escapes in the JSON path by which queries find a value.
    private static readonly SearchValues<char> ForbiddenInNames = SearchValues.Create("\"\\`\0");

    /// <summary>The attributes that are new. One that exists already is left as it is, even when another type is asked for.</summary>
    /// <exception cref="Refusal">A name or type is not acceptable; nothing may be added then.</exception>
    public static IReadOnlyList<(string Name, IndexedValueType Type)> ToAdd(SearchAttributeTypes types, IEnumerable<KeyValuePair<string, IndexedValueType>> asked)
    {
        var added = new List<(string Name, IndexedValueType Type)>();
        foreach (var (name, type) in NotEmpty(asked))
        {
            if (SearchAttributeTypes.IsReserved(name))
            {
                throw Refused($"Search attribute {name} is reserved by system.");
            }

            if (name.Length is 0 or > MaximumNameLength || name.AsSpan().ContainsAny(ForbiddenInNames))
            {
                throw Refused($"Unable to create search attributes: '{name}' is not a valid name.");
            }

            var limit = type != IndexedValueType.Unspecified && Enum.IsDefined(type) ? MaximumOfOneType : 0;
            if (!types.Custom.ContainsKey(name))
            {
                added.Add((name, type));
                if (added.Count(other => other.Type == type) + types.Custom.Count(other => other.Value == type) > limit)
                {
                    throw Refused($"Unable to create search attributes: cannot have more than {limit} search attribute of type {type}.");
                }
            }
        }

        return added;
    }

    /// <summary>The attributes to remove. One that does not exist is removed already.</summary>
    /// <exception cref="Refusal">One of them cannot be removed; nothing may be removed then.</exception>
    public static IReadOnlyList<string> ToRemove(SearchAttributeTypes types, IEnumerable<string> asked)
    {
        var names = NotEmpty(asked);
        var reserved = names.Where(SearchAttributeTypes.IsReserved).ToList();
        return reserved.Count == 0
            ? names.Where(types.Custom.ContainsKey).ToList()
            : throw Refused($"Unable to remove non-custom search attributes: {string.Join(", ", reserved)}.");
    }

    private static List<T> NotEmpty<T>(IEnumerable<T> asked)
    {
        var all = asked.ToList();
        return all.Count > 0 ? all : throw Refused("SearchAttributes are not set on request.");
    }

    private static Refusal Refused(string message) => new(RefusalKind.InvalidArgument, message);
}
