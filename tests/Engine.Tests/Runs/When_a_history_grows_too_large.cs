using FranceTravail.Parcours.Engine.Refusals;
using FranceTravail.Parcours.Engine.Runs.Signals;
using FranceTravail.Parcours.Engine.Tests.Support;
using Google.Protobuf;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;

namespace FranceTravail.Parcours.Engine.Tests.Runs;

public sealed class When_a_history_grows_too_large
{
    private static readonly Signal Large = new("s", new Payloads { Payloads_ = { new Payload { Data = ByteString.CopyFrom(new byte[3000]) } } }, "client", "", null);

    [Fact]
    public void Should_end_the_run_although_no_worker_is_there()
    {
        using var heart = new Heart(new EngineLimits { HistorySize = 10_000 });
        var run = heart.Start();
        for (var i = 0; i < 4; i++)
        {
            heart.Apply(run, Large);
        }

        Assert.Equal(WorkflowExecutionStatus.Terminated, heart.State(run).Status);
        Assert.Equal("Workflow history size exceeds limit.", heart.History(run)[^1].WorkflowExecutionTerminatedEventAttributes.Reason);
        Assert.Throws<Refusal>(() => heart.Apply(run, Large));
    }

    [Fact]
    public void Should_end_the_run_when_its_task_completes()
    {
        using var heart = new Heart(new EngineLimits { HistoryEvents = 10 });
        var run = heart.Start();
        heart.Work(run, [.. Enumerable.Range(0, 10).Select(i => Do.Timer($"t{i}", 60))]);
        Assert.Equal("Workflow history count exceeds limit.", heart.History(run)[^1].WorkflowExecutionTerminatedEventAttributes.Reason);
    }
}
