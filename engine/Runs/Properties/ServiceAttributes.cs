using FranceTravail.Parcours.Engine.Attributes;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;

namespace FranceTravail.Parcours.Engine.Runs.Properties;

/// <summary>Search attributes that the service sets on a run by itself: they leave no event.</summary>
internal static class ServiceAttributes
{
    public const string PauseInfo = "TemporalPauseInfo";

    public const string ReportedProblems = "TemporalReportedProblems";

    public const string BuildIds = "BuildIds";

    public const string BinaryChecksums = "BinaryChecksums";

    /// <summary>Makes a list attribute hold these values; with none the run has it no longer.</summary>
    public static void Set(Transition t, string name, IReadOnlyList<string> values)
    {
        if (Read(t.State, name).SequenceEqual(values))
        {
            return;
        }

        var change = new SearchAttributes();
        change.IndexedFields[name] = values.Count == 0
            ? new Payload()
            : SearchAttributePayload.WithType(SearchAttributePayload.OfJson(values), IndexedValueType.KeywordList);
        t.State = t.State with { SearchAttributes = SearchAttributeNormalization.Merge(t.State.SearchAttributes, change) };
        t.VisibilityChanged = true;
    }

    /// <summary>The values of a list attribute; none where the run does not have it.</summary>
    public static IReadOnlyList<string> Read(RunState s, string name)
    {
        if (s.SearchAttributes?.IndexedFields.TryGetValue(name, out var payload) != true || !SearchAttributePayload.TryDecode(payload!, IndexedValueType.KeywordList, out var value))
        {
            return [];
        }

        return value as string[] ?? [];
    }
}
