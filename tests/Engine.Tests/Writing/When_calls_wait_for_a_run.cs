using FranceTravail.Parcours.Engine.Protocol.Transport;
using FranceTravail.Parcours.Engine.Protocol.Workflows;
using FranceTravail.Parcours.Engine.Runs.Closing;
using FranceTravail.Parcours.Engine.Storage;
using FranceTravail.Parcours.Engine.Tests.Support;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.WorkflowService.V1;

namespace FranceTravail.Parcours.Engine.Tests.Writing;

public sealed class When_calls_wait_for_a_run
{
    [Fact]
    public async Task Should_be_forgotten_when_they_end()
    {
        await using var engine = new EngineUnderTest(new MemoryStore());
        var run = (await engine.StartAsync("w")).Run;
        var handlers = new HandlerTable();
        new HistoryHandlers(engine.Core).Register(handlers);
        var waiting = ReadAsync();
        Assert.Equal(1, engine.Core.Watchers.Count);
        await engine.Core.Writer.SubmitAsync(unit => unit.Apply(run.Key, new Terminate("", null, "")));
        await waiting;
        await ReadAsync();
        Assert.Equal(0, engine.Core.Watchers.Count);

        Task ReadAsync() => handlers.Find("GetWorkflowExecutionHistory")!(
            new GetWorkflowExecutionHistoryRequest
            {
                Namespace = "default",
                Execution = new() { WorkflowId = "w" },
                WaitNewEvent = true,
                HistoryEventFilterType = HistoryEventFilterType.CloseEvent,
            },
            new Call(DateTime.MaxValue, "", TestContext.Current.CancellationToken));
    }
}
