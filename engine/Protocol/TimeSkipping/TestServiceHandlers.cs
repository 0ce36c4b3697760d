using FranceTravail.Parcours.Engine.Protocol.Transport;
using FranceTravail.Parcours.Engine.Refusals;
using FranceTravail.Parcours.Engine.Runs;
using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.TestService.V1;

namespace FranceTravail.Parcours.Engine.Protocol.TimeSkipping;

/// <summary>Temporal's own service for moving a virtual clock. On a real clock it only tells the time and sleeps.</summary>
internal sealed class TestServiceHandlers(EngineCore core)
{
    public void Register(HandlerTable table) => table
        .On<Empty, GetCurrentTimeResponse>("GetCurrentTime", _ => new() { Time = Times.ToTimestamp(core.Clock.GetUtcNow()) })
        .On<LockTimeSkippingRequest, LockTimeSkippingResponse>("LockTimeSkipping", _ =>
        {
            RequireVirtual("LockTimeSkipping");
            core.Skipping.Lock();
            return new();
        })
        .On<UnlockTimeSkippingRequest, UnlockTimeSkippingResponse>("UnlockTimeSkipping", _ =>
        {
            RequireVirtual("UnlockTimeSkipping");
            core.Skipping.Unlock();
            return new();
        })
        .On<SleepRequest, SleepResponse>("Sleep", async (r, call) =>
        {
            RequireVirtual("Sleep");
            await core.Skipping.SleepUntilAsync(core.Clock.GetUtcNow().After(Wanted(r.Duration)), call.Cancelled);
            return new();
        })
        .On<SleepUntilRequest, SleepResponse>("SleepUntil", async (r, call) =>
        {
            RequireVirtual("SleepUntil");
            await core.Skipping.SleepUntilAsync((r.Timestamp ?? new Timestamp()).ToMoment(), call.Cancelled);
            return new();
        })
        .On<SleepRequest, SleepResponse>("UnlockTimeSkippingWithSleep", async (r, call) =>
        {
            RequireVirtual("UnlockTimeSkippingWithSleep");
            await core.Skipping.UnlockWithSleepAsync(Wanted(r.Duration), call.Cancelled);
            return new();
        });

    private static TimeSpan Wanted(Duration? d) => d.IsNegative() ? throw Errors.Invalid("duration is negative") : d.ToSpan();

    private void RequireVirtual(string method)
    {
        if (!core.Clock.IsVirtual)
        {
            throw Errors.Unimplemented($"{method} on a real clock");
        }
    }
}
