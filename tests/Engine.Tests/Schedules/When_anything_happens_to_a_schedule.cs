using CsCheck;
using FranceTravail.Parcours.Engine.Runs.Closing;
using FranceTravail.Parcours.Engine.Storage;
using FranceTravail.Parcours.Engine.Tests.Support;
using Temporalio.Api.Enums.V1;

namespace FranceTravail.Parcours.Engine.Tests.Schedules;

/// <summary>Random sequences of times, requests and endings: what must hold of a schedule holds after each step.</summary>
public sealed class When_anything_happens_to_a_schedule
{
    [Fact]
    public void Should_overlap_nothing_lose_nothing_and_never_stand_still() =>
        Gen.Select(Gen.Int[0, 5], Gen.Int[0, 13].Array[1, 40]).Sample(
            (overlap, steps) =>
            {
                using var s = new ScheduledHeart(Specs.Every(3600), (ScheduleOverlapPolicy)(overlap + 1), x => (x.State.LimitedActions, x.State.RemainingActions) = (overlap % 2 == 1, 20));
                for (var i = 0; i < steps.Length; i++)
                {
                    Step(s, steps[i], i);
                    Check(s);
                }
            },
            iter: 500);

    private static void Step(ScheduledHeart s, int step, int n)
    {
        var running = s.State.Running is [var one, ..] ? s.Heart.Current(one.WorkflowId) : null;
        switch (step)
        {
            case 0 or 1 or 2: s.Pass(TimeSpan.FromHours(step + 0.5)); break;
            case 3: s.Pass(TimeSpan.FromDays(2)); break;
            case 4: s.Trigger($"2031-01-01T00:{n:00}"); break;
            case 5: s.Trigger($"2031-01-01T00:{n:00}", (ScheduleOverlapPolicy)(n % 7)); break;
            case 6: s.Patch(new() { Pause = "p" }); break;
            case 7: s.Patch(new() { Unpause = "u" }); break;
            case 8: s.Backfill($"2020-01-{1 + (n % 28):00}", $"2020-01-{1 + (n % 28):00}T14:00", (ScheduleOverlapPolicy)(n % 7)); break;
            case 9: s.Update(ScheduledHeart.Given(Specs.Every(1800 + n), (ScheduleOverlapPolicy)(n % 7), null)); break;
            case 10 when running is not null && s.Heart.Poll(running) is not null: s.Heart.Complete(running, Do.Complete()); break;
            case 11 when running is not null && s.Heart.Poll(running) is not null: s.Heart.Complete(running, Do.ContinueAsNew()); break;
            case 12 when running is not null: s.Heart.Apply(running, new Terminate("", null, "")); break;
            case 13 when running is not null: s.Heart.Apply(running, new RequestCancel("", "")); break;
            default: break;
        }
    }

    private static void Check(ScheduledHeart s)
    {
        var (run, state) = (s.Run, s.State);
        Assert.InRange(state.Running.Count, 0, 1);
        Assert.All(state.Running, r => Assert.True(s.Heart.Current(r.WorkflowId) is { Open: true } current && current.Start.FirstExecutionRunId == r.RunId));
        Assert.False(state.Starting);
        Assert.True(state.Buffer.IsEmpty || state.IsRunning);
        Assert.InRange(state.Buffer.Count, 0, 1000);
        Assert.InRange(state.Recent.Count, 0, 10);
        Assert.False(state.State.LimitedActions && state.State.RemainingActions < 0);
        Assert.True(!state.MayAct || state.WakeAt is not null);
        Assert.True(state.Backfills.IsEmpty || state.IsRunning || state.WakeAt is not null);
        Assert.Equal(StateCodec.Write(run.State), StateCodec.Write(StateCodec.Read(StateCodec.Write(run.State))));
    }
}
