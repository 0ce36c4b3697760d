using System.Buffers.Binary;
using FranceTravail.Parcours.Engine.Protocol.Transport;
using FranceTravail.Parcours.Engine.Refusals;
using FranceTravail.Parcours.Engine.Runs;
using FranceTravail.Parcours.Engine.Runs.Closing;
using FranceTravail.Parcours.Engine.Runs.Schedules;
using FranceTravail.Parcours.Engine.Runs.Starting;
using Google.Protobuf;
using Temporalio.Api.Schedule.V1;
using Temporalio.Api.WorkflowService.V1;

namespace FranceTravail.Parcours.Engine.Protocol.Schedules;

/// <summary>Clients create, change and delete schedules.</summary>
internal sealed class ScheduleHandlers(EngineCore core)
{
    public void Register(HandlerTable table) => table
        .On<CreateScheduleRequest, CreateScheduleResponse>("CreateSchedule", CreateAsync)
        .On<UpdateScheduleRequest, UpdateScheduleResponse>("UpdateSchedule", UpdateAsync)
        .On<PatchScheduleRequest, PatchScheduleResponse>("PatchSchedule", PatchAsync)
        .On<DeleteScheduleRequest, DeleteScheduleResponse>("DeleteSchedule", DeleteAsync);

    /// <summary>A conflict token as clients carry it.</summary>
    public static ByteString Token(long token)
    {
        var bytes = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, token);
        return ByteString.CopyFrom(bytes);
    }

    /// <summary>The run of a schedule, open or closed. Throws NOT_FOUND when there is none.</summary>
    public static Run Resolve(Func<string, string, Run?> current, string @namespace, string scheduleId)
    {
        var id = ScheduleNames.WorkflowId(scheduleId);
        return current(@namespace, id) is { State.Schedule: not null } run ? run : throw Errors.WorkflowUnknown(id);
    }

    private async Task<CreateScheduleResponse> CreateAsync(CreateScheduleRequest r, Call call)
    {
        core.Catalog.Require(r.Namespace);
        StartRequest.Require(Ids.Fits(ScheduleNames.WorkflowId(r.ScheduleId), core.Limits), "WorkflowId length exceeds limit.");
        StartRequest.Require(r.RequestId.Length > 0, "RequestId is not set on request.");
        CheckRequestId(r.RequestId);
        StartRequest.Require((r.Memo?.CalculateSize() ?? 0) <= core.Limits.MemoSize, "Memo size exceeds limit.");
        Check(r.InitialPatch);
        r.Schedule = ScheduleCheck.Canonical(r.Schedule, r.Namespace, core.Limits, core.Catalog);
        await core.Writer.SubmitAsync(unit => CreateSchedule.Begin(unit, r));
        return new() { ConflictToken = Token(1) };
    }

    private async Task<UpdateScheduleResponse> UpdateAsync(UpdateScheduleRequest r, Call call)
    {
        core.Catalog.Require(r.Namespace);
        CheckRequestId(r.RequestId);
        var token = r.ConflictToken.Length switch
        {
            0 => default(long?),
            sizeof(long) => BinaryPrimitives.ReadInt64BigEndian(r.ConflictToken.Span),
            _ => throw Errors.Invalid("Invalid conflict token."),
        };
        var schedule = ScheduleCheck.Canonical(r.Schedule, r.Namespace, core.Limits, core.Catalog);
        await ApplyAsync(r.Namespace, r.ScheduleId, new UpdateSchedule(schedule, r.SearchAttributes, token, r.RequestId));
        return new();
    }

    private async Task<PatchScheduleResponse> PatchAsync(PatchScheduleRequest r, Call call)
    {
        core.Catalog.Require(r.Namespace);
        CheckRequestId(r.RequestId);
        Check(r.Patch);
        await ApplyAsync(r.Namespace, r.ScheduleId, new PatchSchedule(r.Patch ?? new(), r.RequestId));
        return new();
    }

    private async Task<DeleteScheduleResponse> DeleteAsync(DeleteScheduleRequest r, Call call)
    {
        core.Catalog.Require(r.Namespace);
        await ApplyAsync(r.Namespace, r.ScheduleId, new Terminate("terminated by DeleteSchedule", null, r.Identity));
        return new();
    }

    private Task<bool> ApplyAsync(string @namespace, string scheduleId, IRunInput<bool> input) =>
        core.Writer.SubmitAsync(unit => unit.Apply(Resolve(unit.Current, @namespace, scheduleId).Key, input));

    private void CheckRequestId(string requestId) => StartRequest.Require(Ids.Fits(requestId, core.Limits), "RequestId length exceeds limit.");

    private static void Check(SchedulePatch? patch)
    {
        ScheduleCheck.Check(patch?.Pause ?? "");
        ScheduleCheck.Check(patch?.Unpause ?? "");
    }
}
