using FranceTravail.Parcours.Engine.Runs.Schedules.Spec;
using FranceTravail.Parcours.Engine.Runs.Starting;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Schedule.V1;
using Temporalio.Api.Workflow.V1;
using Given = Temporalio.Api.Schedule.V1.Schedule;

namespace FranceTravail.Parcours.Engine.Runs.Schedules;

/// <summary>Refuses what no service would take of a schedule, and brings the rest to the form in which it is kept.</summary>
internal static class ScheduleCheck
{
    private const int LongestNotes = 1000;

    /// <summary>Stands for the time that is added to the id of the workflows started.</summary>
    private const string SomeTime = "-2009-11-10T23:00:00Z";

    private static readonly TimeSpan DefaultCatchupWindow = TimeSpan.FromDays(365);
    private static readonly TimeSpan ShortestCatchupWindow = TimeSpan.FromSeconds(10);

    public static Given Canonical(Given? given, string @namespace, EngineLimits limits, INamespaceCatalog catalog)
    {
        var schedule = given?.Clone() ?? new Given();
        schedule.Spec = CanonicalSpec.Of(schedule.Spec ?? new ScheduleSpec());
        schedule.Policies ??= new SchedulePolicies();
        schedule.Policies.OverlapPolicy = schedule.Policies.OverlapPolicy == ScheduleOverlapPolicy.Unspecified ? ScheduleOverlapPolicy.Skip : schedule.Policies.OverlapPolicy;
        var window = schedule.Policies.CatchupWindow is { } asked ? asked.ToSpan() : DefaultCatchupWindow;
        schedule.Policies.CatchupWindow = (window < ShortestCatchupWindow ? ShortestCatchupWindow : window).ToDuration();
        schedule.State ??= new ScheduleState();
        schedule.Action ??= new ScheduleAction();
        if (schedule.Action.StartWorkflow is { } action)
        {
            Check(action, @namespace, limits, catalog);
        }

        Check(schedule.State.Notes);
        StartRequest.Require(schedule.CalculateSize() <= limits.BlobSize, "Blob data size exceeds limit.");
        return schedule;
    }

    /// <summary>Refuses notes that are too long.</summary>
    public static void Check(string notes) => StartRequest.Require(Ids.Length(notes) <= LongestNotes, "Schedule notes exceeds limit.");

    private static void Check(NewWorkflowExecutionInfo action, string @namespace, EngineLimits limits, INamespaceCatalog catalog)
    {
        StartRequest.Check(StartAction.ToRequest(action, @namespace, action.WorkflowId + SomeTime), limits, catalog);
        StartRequest.Require(action.CronSchedule.Length == 0, "Scheduled workflow must not contain CronSchedule");
        StartRequest.Require(
            action.WorkflowIdReusePolicy is WorkflowIdReusePolicy.Unspecified or WorkflowIdReusePolicy.AllowDuplicate, "Scheduled workflow must not contain WorkflowIDReusePolicy");
        action.TaskQueue.Kind = TaskQueueKind.Normal;
        action.SearchAttributes = catalog.Typed(@namespace, action.SearchAttributes);
    }
}
