using FranceTravail.Parcours.Engine.Runs.Properties;

namespace FranceTravail.Parcours.Engine.Runs.Activities;

/// <summary>Lists can be asked for the runs that have paused activities, by the types of these.</summary>
internal static class PauseInfo
{
    /// <summary>Stands before the name of an activity type in the search attribute.</summary>
    public const string TypePrefix = "property:activityType=";

    /// <summary>Makes the search attribute say what is paused now.</summary>
    public static void Renew(Transition t)
    {
        if (t.State.SearchAttributes?.IndexedFields.ContainsKey(ServiceAttributes.PauseInfo) == true || t.State.Activities.Values.Any(a => a.Pause is not null))
        {
            var paused = t.State.Activities.Values.Where(a => a.Pause is not null).Select(a => TypePrefix + a.TypeName);
            ServiceAttributes.Set(t, ServiceAttributes.PauseInfo, [.. paused.Distinct().Order(StringComparer.Ordinal)]);
        }
    }
}
