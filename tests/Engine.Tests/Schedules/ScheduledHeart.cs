using FranceTravail.Parcours.Engine.Runs;
using FranceTravail.Parcours.Engine.Runs.Schedules;
using FranceTravail.Parcours.Engine.Tests.Support;
using FranceTravail.Parcours.Engine.Writing;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Schedule.V1;
using Temporalio.Api.WorkflowService.V1;
using Schedule = FranceTravail.Parcours.Engine.Runs.Schedules.Schedule;

namespace FranceTravail.Parcours.Engine.Tests.Schedules;

/// <summary>A heart with one schedule of an action named <c>act</c>.</summary>
internal sealed class ScheduledHeart : IDisposable
{
    public ScheduledHeart(ScheduleSpec? spec = null, ScheduleOverlapPolicy overlap = ScheduleOverlapPolicy.Unspecified, Action<Temporalio.Api.Schedule.V1.Schedule>? change = null)
    {
        var request = new CreateScheduleRequest { Namespace = "default", ScheduleId = "s", Schedule = Given(spec, overlap, change) };
        Heart.Do(unit => CreateSchedule.Begin(unit, Checked(unit, request)));
    }

    public Heart Heart { get; } = new();

    public Run Run => Heart.Current("temporal-sys-scheduler:s");

    public Schedule State => Run.State.Schedule!;

    /// <summary>Ids of the workflows started of late, without what they have in common.</summary>
    public string Started => string.Join(' ', State.Recent.Select(a => a.Run.WorkflowId["act-".Length..]));

    public static Temporalio.Api.Schedule.V1.Schedule Given(ScheduleSpec? spec, ScheduleOverlapPolicy overlap, Action<Temporalio.Api.Schedule.V1.Schedule>? change)
    {
        var schedule = new Temporalio.Api.Schedule.V1.Schedule
        {
            Spec = spec ?? new(),
            Policies = new() { OverlapPolicy = overlap },
            State = new(),
            Action = new() { StartWorkflow = new() { WorkflowId = "act", WorkflowType = new() { Name = "Type" }, TaskQueue = new() { Name = "queue" } } },
        };
        change?.Invoke(schedule);
        return schedule;
    }

    public void Trigger(string? time = null, ScheduleOverlapPolicy overlap = ScheduleOverlapPolicy.Unspecified) => Patch(new SchedulePatch
    {
        TriggerImmediately = new() { OverlapPolicy = overlap, ScheduledTime = time is null ? null : Specs.At(time).ToTimestamp() },
    });

    public void Backfill(string from, string to, ScheduleOverlapPolicy overlap) => Patch(new SchedulePatch
    {
        BackfillRequest = { new BackfillRequest { StartTime = Specs.At(from).ToTimestamp(), EndTime = Specs.At(to).ToTimestamp(), OverlapPolicy = overlap } },
    });

    public void Patch(SchedulePatch patch, string requestId = "") => Heart.Apply(Run, new PatchSchedule(patch, requestId));

    public void Update(Temporalio.Api.Schedule.V1.Schedule schedule, long? token = null) =>
        Heart.Do(unit => unit.Apply(Run.Key, new UpdateSchedule(ScheduleCheck.Canonical(schedule, "default", unit.Limits, unit.Catalog), null, token, "")));

    public void Pass(TimeSpan time) => Heart.Pass(Run, time);

    /// <summary>The workflow that was started at that place among the recent ones.</summary>
    public Run Action(int index) => Heart.Current(State.Recent[index].Run.WorkflowId);

    public void Dispose() => Heart.Dispose();

    private static CreateScheduleRequest Checked(UnitOfWork unit, CreateScheduleRequest request)
    {
        request.Schedule = ScheduleCheck.Canonical(request.Schedule, request.Namespace, unit.Limits, unit.Catalog);
        return request;
    }
}
