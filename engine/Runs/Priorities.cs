using Temporalio.Api.Common.V1;

namespace FranceTravail.Parcours.Engine.Runs;

/// <summary>How soon a task is handed out, and its share beside others. What an activity or a child leaves open it has from its workflow.</summary>
internal static class Priorities
{
    private const int LongestFairnessKey = 64;

    /// <summary>What is wrong with it; null when nothing is.</summary>
    public static string? Fault(Priority? p) => p switch
    {
        null => null,
        { PriorityKey: < 0 } => "priority key can't be negative",
        _ when Ids.Length(p.FairnessKey) > LongestFairnessKey => "fairness key length exceeds limit",
        { FairnessWeight: < 0 } => "must be greater than zero",
        _ => null,
    };

    /// <summary>The own one, with what it leaves open from the workflow's.</summary>
    public static Priority? Of(Priority? own, Priority? workflows) => own is null || workflows is null ? own ?? workflows : new Priority
    {
        PriorityKey = own.PriorityKey != 0 ? own.PriorityKey : workflows.PriorityKey,
        FairnessKey = own.FairnessKey.Length > 0 ? own.FairnessKey : workflows.FairnessKey,
        FairnessWeight = own.FairnessWeight != 0 ? own.FairnessWeight : workflows.FairnessWeight,
    };
}
