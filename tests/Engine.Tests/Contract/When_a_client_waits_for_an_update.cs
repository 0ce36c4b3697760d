using FranceTravail.Parcours.Engine.Protocol.Transport;
using FranceTravail.Parcours.Engine.Protocol.Workflows;
using FranceTravail.Parcours.Engine.Refusals;
using FranceTravail.Parcours.Engine.Runs.Signals;
using FranceTravail.Parcours.Engine.Runs.Updates;
using FranceTravail.Parcours.Engine.Runs.WorkflowTasks;
using FranceTravail.Parcours.Engine.Storage;
using FranceTravail.Parcours.Engine.Tests.Support;
using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Protocol.V1;
using Temporalio.Api.Update.V1;
using Temporalio.Api.WorkflowService.V1;
using Temporalio.Client;
using Temporalio.Exceptions;

namespace FranceTravail.Parcours.Engine.Tests.Contract;

public sealed class When_a_client_waits_for_an_update(AnyService engine) : IClassFixture<AnyService>
{
    [Fact]
    public async Task Should_hear_its_own_deadline_when_nobody_takes_the_update()
    {
        var handle = await engine.Client.StartWorkflowAsync("Nobody", [], new($"u-{Guid.NewGuid():n}", "nobody"));
        var request = new UpdateWorkflowExecutionRequest
        {
            Namespace = "default",
            WorkflowExecution = new() { WorkflowId = handle.Id },
            Request = new() { Meta = new() { UpdateId = "u" }, Input = new() { Name = "any" } },
        };
        var options = new RpcOptions { Timeout = TimeSpan.FromSeconds(2) };
        var late = await Assert.ThrowsAsync<RpcException>(() => engine.Client.Connection.WorkflowService.UpdateWorkflowExecutionAsync(request, options));
        Assert.Contains(late.Code, new[] { RpcException.StatusCode.DeadlineExceeded, RpcException.StatusCode.Cancelled });
    }

    [Fact]
    public async Task Should_hear_a_rejection_that_came_between_two_looks()
    {
        await using var core = new EngineUnderTest(new MemoryStore());
        var run = (await core.StartAsync("w")).Run;
        var handlers = new HandlerTable();
        new UpdateHandlers(core.Core).Register(handlers);
        var answer = handlers.Find("UpdateWorkflowExecution")!(
            new UpdateWorkflowExecutionRequest
            {
                Namespace = "default",
                WorkflowExecution = new() { WorkflowId = "w" },
                Request = new() { Meta = new() { UpdateId = "u" }, Input = new() { Name = "any" } },
            },
            new Call(DateTime.MaxValue, "", TestContext.Current.CancellationToken));
        var task = Assert.IsType<StartedTask>(await core.PollAsync());
        var message = Assert.Single(task.Messages);
        await core.Core.Writer.SubmitAsync(unit => unit.Apply(run.Key, new CompleteWorkflowTask(task.Task.Serial, new RespondWorkflowTaskCompletedRequest
        {
            Messages = { new Message { Id = "m", ProtocolInstanceId = message.ProtocolInstanceId, Body = Any.Pack(new Rejection { Failure = new() { Message = "no" } }) } },
        })));
        Assert.Equal("no", ((UpdateWorkflowExecutionResponse)await answer).Outcome.Failure.Message);
        Assert.Throws<Refusal>(() => core.Core.Resolve("default", new() { WorkflowId = "other" }));
    }

    [Fact]
    public void Should_reach_a_workflow_whose_start_is_delayed_at_once()
    {
        using var heart = new Heart();
        var run = heart.Start(change: r => r.WorkflowStartDelay = Duration.FromTimeSpan(TimeSpan.FromHours(1)));
        heart.Apply(run, new Signal("s", null, "client", "", null));
        Assert.Null(heart.State(run).Task);
        heart.Apply(run, new AdmitUpdate(new Request { Meta = new() { UpdateId = "u" }, Input = new() { Name = "any" } }));
        Assert.Equal(WorkflowTaskKind.Speculative, heart.State(run).Task!.Kind);
        Assert.NotNull(heart.State(run).FirstTaskAt);

        // Nobody comes for it: it has left its trace, and the workflow has begun.
        heart.Pass(run, TimeSpan.FromSeconds(6));
        Assert.Equal("WorkflowExecutionStarted WorkflowExecutionSignaled WorkflowTaskScheduled WorkflowTaskTimedOut WorkflowTaskScheduled", heart.Types(run));
        Assert.Null(heart.State(run).FirstTaskAt);
    }

    [Fact]
    public void Should_leave_the_delay_as_it_is_when_the_update_is_rejected()
    {
        using var heart = new Heart();
        var run = heart.Start(change: r => r.WorkflowStartDelay = Duration.FromTimeSpan(TimeSpan.FromSeconds(3)));
        heart.Apply(run, new AdmitUpdate(new Request { Meta = new() { UpdateId = "u" }, Input = new() { Name = "any" } }));
        heart.Poll(run);
        heart.Pass(run, TimeSpan.FromSeconds(4));
        heart.Complete(run, new RespondWorkflowTaskCompletedRequest
        {
            Capabilities = new() { DiscardSpeculativeWorkflowTaskWithEvents = true },
            Messages = { new Message { Id = "m", ProtocolInstanceId = "u", Body = Any.Pack(new Rejection()) } },
        });
        Assert.Equal("WorkflowExecutionStarted WorkflowTaskScheduled", heart.Types(run));
    }
}
