namespace FranceTravail.Parcours.Engine.Runs.Schedules;

/// <summary>How a schedule is named among the runs of its namespace, and how it names what it starts.</summary>
internal static class ScheduleNames
{
    public const string Prefix = "temporal-sys-scheduler:";
    public const string WorkflowType = "temporal-sys-scheduler-workflow";
    public const string Division = "TemporalScheduler";
    public const string PausedAttribute = "TemporalSchedulePaused";
    public const string StartTimeAttribute = "TemporalScheduledStartTime";
    public const string ByIdAttribute = "TemporalScheduledById";

    public static string WorkflowId(string scheduleId) => Prefix + scheduleId;

    public static string ScheduleId(string workflowId) => workflowId[Prefix.Length..];

    /// <summary>Who starts, cancels and terminates on behalf of a schedule.</summary>
    public static string Identity(RunKey schedule) => $"temporal-scheduler-{schedule.Namespace}-{ScheduleId(schedule.WorkflowId)}";

    /// <summary>A time as it stands in workflow ids and search attributes.</summary>
    public static string Time(DateTimeOffset nominal) => nominal.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);
}
