using FranceTravail.Parcours.Engine.Runs;
using FranceTravail.Parcours.Engine.Runs.Signals;
using FranceTravail.Parcours.Engine.Storage;
using FranceTravail.Parcours.Engine.Tests.Support;

namespace FranceTravail.Parcours.Engine.Tests.Writing;

public sealed class When_an_effect_on_another_run_throws
{
    [Fact]
    public async Task Should_keep_what_caused_it_and_leave_nothing_of_it()
    {
        await using var engine = new EngineUnderTest(new MemoryStore());
        var source = (await engine.StartAsync("source")).Run;
        var target = (await engine.StartAsync("target")).Run;
        await engine.Core.Writer.SubmitAsync(unit =>
        {
            unit.Apply(source.Key, new Signal("s", null, "client", "", null));
            unit.Effects.Add((new HalfDone(target.Key), source.Key));
            unit.Effects.Add((new Whole(target.Key), source.Key));
            return true;
        });
        Assert.Equal(1, engine.Core.Cache.Find(source.Key)!.State.SignalCount);
        Assert.Equal(1, engine.Core.Cache.Find(target.Key)!.State.SignalCount);
        Assert.Contains(engine.Core.Store.ReadHistory(target.Number, 1, 100).SelectMany(b => b.Events), e => e.WorkflowExecutionSignaledEventAttributes?.SignalName == "whole");
    }

    private sealed record HalfDone(RunKey Target) : IEffect
    {
        public void CarryOut(IRunSpace space, RunKey source)
        {
            space.Apply(Target, new Signal("half", null, "", "", null));
            throw new InvalidOperationException("a defect");
        }
    }

    private sealed record Whole(RunKey Target) : IEffect
    {
        public void CarryOut(IRunSpace space, RunKey source) => space.Apply(Target, new Signal("whole", null, "", "", null));
    }
}
