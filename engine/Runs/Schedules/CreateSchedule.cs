using FranceTravail.Parcours.Engine.Attributes;
using FranceTravail.Parcours.Engine.Refusals;
using FranceTravail.Parcours.Engine.Runs.SystemRuns;
using Temporalio.Api.Common.V1;
using Temporalio.Api.WorkflowService.V1;

namespace FranceTravail.Parcours.Engine.Runs.Schedules;

/// <summary>Makes a schedule, unless one of its id is there.</summary>
internal static class CreateSchedule
{
    /// <summary>Makes the schedule of a request that was checked.</summary>
    public static bool Begin(IRunSpace space, CreateScheduleRequest request)
    {
        var id = ScheduleNames.WorkflowId(request.ScheduleId);
        var current = space.Current(request.Namespace, id);
        if (current is not null && request.RequestId.Length > 0 && current.State.StartRequestId == request.RequestId)
        {
            return false;
        }

        if (current is { Open: true })
        {
            throw Errors.AlreadyStarted($"schedule \"{request.ScheduleId}\" is already registered", "", "");
        }

        var given = request.Schedule;
        var attributes = request.SearchAttributes?.Clone() ?? new SearchAttributes();
        attributes.IndexedFields[ScheduleNames.PausedAttribute] = SearchAttributePayload.OfJson(given.State.Paused);
        var birth = SystemRun.Birth(
            space, (request.Namespace, id), ScheduleNames.WorkflowType, ScheduleNames.Division, request.RequestId, request.Identity, request.Memo, attributes);
        var run = space.Create(birth with
        {
            Schedule = new Schedule { Spec = given.Spec, Action = given.Action, Policies = given.Policies, State = given.State, CreateTime = space.Now, Cursor = space.Now },
        });
        space.Apply(run.Key, new PatchSchedule(request.InitialPatch ?? new(), ""));
        return true;
    }
}
