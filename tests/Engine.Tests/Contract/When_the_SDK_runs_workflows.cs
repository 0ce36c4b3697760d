using FranceTravail.Parcours.Engine.Tests.Support;
using Temporalio.Client;
using Temporalio.Exceptions;

namespace FranceTravail.Parcours.Engine.Tests.Contract;

/// <summary>What any Temporal service does for the SDK's own client and worker.</summary>
public sealed class When_the_SDK_runs_workflows(AnyService engine) : IClassFixture<AnyService>
{
    [Fact]
    public Task Should_carry_signals_updates_and_queries_to_a_workflow() => engine.WithWorkerAsync(async queue =>
    {
        var handle = await engine.Client.StartWorkflowAsync((Samples.Steps w) => w.RunAsync("a", 0), new($"w-{queue}", queue));
        await handle.SignalAsync(w => w.SendAsync("b"));
        Assert.InRange(await handle.ExecuteUpdateAsync(w => w.AddAsync("c")), 2, 3);
        var refused = await Assert.ThrowsAsync<WorkflowUpdateFailedException>(() => handle.ExecuteUpdateAsync(w => w.AddAsync("")));
        Assert.Equal("empty", refused.InnerException?.Message);
        Assert.InRange(await handle.QueryAsync(w => w.Count()), 2, 3);
        await handle.SignalAsync(w => w.EndAsync());
        Assert.Equal("a b c", await handle.GetResultAsync());
        Assert.Equal(3, await handle.QueryAsync(w => w.Count()));
        return true;
    });

    [Fact]
    public Task Should_retry_activities_continue_as_new_and_wait_for_children() => engine.WithWorkerAsync(async queue =>
    {
        Assert.Equal(2, await engine.Client.ExecuteWorkflowAsync((Samples.Chain w) => w.RunAsync(0, 2), new($"chain-{queue}", queue)));
        Assert.Equal(10, await engine.Client.ExecuteWorkflowAsync((Samples.Family w) => w.RunAsync(5), new($"family-{queue}", queue)));
        return true;
    });

    [Fact]
    public Task Should_cancel_and_terminate() => engine.WithWorkerAsync(async queue =>
    {
        var cancelled = await engine.Client.StartWorkflowAsync((Samples.Steps w) => w.RunAsync("a", 3600), new($"c-{queue}", queue));
        await cancelled.CancelAsync();
        Assert.IsType<CanceledFailureException>((await Assert.ThrowsAsync<WorkflowFailedException>(() => cancelled.GetResultAsync())).InnerException);
        var terminated = await engine.Client.StartWorkflowAsync((Samples.Steps w) => w.RunAsync("a", 3600), new($"t-{queue}", queue));
        await terminated.TerminateAsync("enough");
        Assert.IsType<TerminatedFailureException>((await Assert.ThrowsAsync<WorkflowFailedException>(() => terminated.GetResultAsync())).InnerException);
        return true;
    });

    [Fact]
    public Task Should_bring_signals_and_updates_to_the_run_that_a_reset_makes() => engine.WithWorkerAsync(async queue =>
    {
        var handle = await engine.Client.StartWorkflowAsync((Samples.Steps w) => w.RunAsync("a", 0), new($"r-{queue}", queue));
        await handle.SignalAsync(w => w.SendAsync("b"));
        await handle.ExecuteUpdateAsync(w => w.AddAsync("c"));
        await engine.Client.Connection.WorkflowService.ResetWorkflowExecutionAsync(new()
        {
            Namespace = "default",
            WorkflowExecution = new() { WorkflowId = handle.Id },
            Reason = "again",
            RequestId = Guid.NewGuid().ToString(),
            WorkflowTaskFinishEventId = 4,
        });
        var reset = engine.Client.GetWorkflowHandle<Samples.Steps, string>(handle.Id);
        await reset.SignalAsync(w => w.EndAsync());
        Assert.Equal("a b c", await reset.GetResultAsync());
        return true;
    });

    [Fact]
    public Task Should_refuse_a_second_open_run_and_list_the_first() => engine.WithWorkerAsync(async queue =>
    {
        var options = new WorkflowOptions($"once-{queue}", queue);
        await engine.Client.StartWorkflowAsync((Samples.Steps w) => w.RunAsync("a", 3600), options);
        await Assert.ThrowsAsync<WorkflowAlreadyStartedException>(() => engine.Client.StartWorkflowAsync((Samples.Steps w) => w.RunAsync("a", 3600), options));
        var listed = new List<string>();
        await foreach (var workflow in engine.Client.ListWorkflowsAsync($"WorkflowId = '{options.Id}' AND ExecutionStatus = 'Running'"))
        {
            listed.Add(workflow.Id!);
        }

        Assert.Equal([options.Id!], listed);
        Assert.Equal(1, (await engine.Client.CountWorkflowsAsync($"TaskQueue = '{queue}'")).Count);
        return true;
    });

    [Fact]
    public async Task Should_hand_a_workflow_from_one_worker_to_the_next()
    {
        var handle = await engine.WithWorkerAsync(async queue =>
        {
            var started = await engine.Client.StartWorkflowAsync((Samples.Steps w) => w.RunAsync("a", 0), new($"hand-{queue}", queue));
            await started.ExecuteUpdateAsync(w => w.AddAsync("b"));
            return (Workflow: started, Queue: queue);
        });
        await handle.Workflow.SignalAsync(w => w.EndAsync());
        await engine.WithWorkerAsync(async _ =>
        {
            Assert.Equal("a b", await handle.Workflow.GetResultAsync());
            return true;
        }, handle.Queue);
    }

    [Fact]
    public async Task Should_name_the_method_that_is_not_there()
    {
        var error = await Assert.ThrowsAsync<RpcException>(() => engine.Client.Connection.WorkflowService.SetWorkerDeploymentCurrentVersionAsync(new() { Namespace = "default" }));
        Assert.Equal(RpcException.StatusCode.Unimplemented, error.Code);
        Assert.Contains("SetWorkerDeploymentCurrentVersion", error.Message, StringComparison.Ordinal);
    }
}
