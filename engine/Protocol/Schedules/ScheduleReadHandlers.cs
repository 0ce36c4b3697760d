using FranceTravail.Parcours.Engine.Protocol.Transport;
using FranceTravail.Parcours.Engine.Refusals;
using FranceTravail.Parcours.Engine.Runs;
using FranceTravail.Parcours.Engine.Runs.Schedules;
using FranceTravail.Parcours.Engine.Runs.SystemRuns;
using Temporalio.Api.Common.V1;
using Temporalio.Api.WorkflowService.V1;

namespace FranceTravail.Parcours.Engine.Protocol.Schedules;

/// <summary>Shows a schedule, and the times that it matches.</summary>
internal sealed class ScheduleReadHandlers(EngineCore core)
{
    private const int MostTimes = 1000;

    public void Register(HandlerTable table) => table
        .On<DescribeScheduleRequest, DescribeScheduleResponse>("DescribeSchedule", Describe)
        .On<ListScheduleMatchingTimesRequest, ListScheduleMatchingTimesResponse>("ListScheduleMatchingTimes", Match);

    private DescribeScheduleResponse Describe(DescribeScheduleRequest r)
    {
        var run = Resolve(r.Namespace, r.ScheduleId);
        var schedule = run.State.Schedule!;
        return new()
        {
            Schedule = new() { Spec = schedule.Spec, Action = schedule.Action, Policies = schedule.Policies, State = schedule.State },
            Info = ScheduleViews.Info(run, core.Clock.GetUtcNow()),
            Memo = run.State.Memo ?? new Memo(),
            SearchAttributes = SystemRun.Given(run.State.SearchAttributes, ScheduleNames.PausedAttribute),
            ConflictToken = ScheduleHandlers.Token(schedule.ConflictToken),
        };
    }

    private ListScheduleMatchingTimesResponse Match(ListScheduleMatchingTimesRequest r)
    {
        var run = Resolve(r.Namespace, r.ScheduleId);
        var (start, end) = (r.StartTime?.ToMoment() ?? throw Missing(), r.EndTime?.ToMoment() ?? throw Missing());
        var response = new ListScheduleMatchingTimesResponse();
        response.StartTime.Add(ScheduleTurn.Times(run.Key, run.State.Schedule!).AllAfter(start).Select(t => t.Actual).TakeWhile(t => t <= end).Take(MostTimes).Select(t => t.ToTimestamp()));
        return response;
    }

    private static Refusal Missing() => Errors.Invalid("StartTime and EndTime must be set on request.");

    private Run Resolve(string @namespace, string scheduleId)
    {
        core.Catalog.Require(@namespace);
        var run = ScheduleHandlers.Resolve(core.Cache.Current, @namespace, scheduleId);
        return run.Open ? run : throw Errors.NotFound("schedule not found");
    }
}
