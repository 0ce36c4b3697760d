using FranceTravail.Parcours.Engine.Tests.Support;
using Temporalio.Api.Batch.V1;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.WorkflowService.V1;
using Temporalio.Exceptions;

namespace FranceTravail.Parcours.Engine.Tests.Contract;

public sealed class When_a_batch_acts_on_many_runs(AnyService engine) : IClassFixture<AnyService>
{
    private readonly string tag = $"b{Guid.NewGuid():n}";

    private Temporalio.Client.WorkflowService Service => engine.Client.Connection.WorkflowService;

    [Fact]
    public async Task Should_signal_each_of_them_once_over_a_restart()
    {
        await StartAsync(300);
        await Service.StartBatchOperationAsync(Job(r => r.SignalOperation = new BatchOperationSignal { Signal = "s", Identity = "operator" }));
        await engine.RestartAsync();
        var done = await EndAsync();

        Assert.Equal((300, 300, 0), (done.TotalOperationCount, done.CompleteOperationCount, done.FailureOperationCount));
        for (var i = 0; i < 300; i += 37)
        {
            var history = await engine.Client.GetWorkflowHandle($"{tag}-{i}").FetchHistoryAsync();
            Assert.Equal(1, history.Events.Count(e => e.EventType == EventType.WorkflowExecutionSignaled));
        }
    }

    [Fact]
    public async Task Should_reset_each_to_its_first_task_and_count_those_that_cannot_be()
    {
        await engine.WithWorkerAsync(async queue =>
        {
            await engine.Client.StartWorkflowAsync((Samples.Steps w) => w.RunAsync("a", 3600), new($"{tag}-0", queue));
            await engine.Client.GetWorkflowHandle<Samples.Steps>($"{tag}-0").QueryAsync(w => w.Count());
            return true;
        });
        await StartAsync(1, first: 1);
        await Service.StartBatchOperationAsync(Job(r => r.ResetOperation = new BatchOperationReset { Options = new ResetOptions { FirstWorkflowTask = new() } }));
        var done = await EndAsync();

        Assert.Equal((2, 1, 1), (done.TotalOperationCount, done.CompleteOperationCount, done.FailureOperationCount));
        var types = (await engine.Client.GetWorkflowHandle($"{tag}-0").FetchHistoryAsync()).Events.Select(e => e.EventType);
        Assert.Contains(EventType.WorkflowTaskFailed, types);
    }

    [Fact]
    public async Task Should_leave_alone_what_is_left_when_it_is_stopped_and_keep_its_id()
    {
        await StartAsync(200);
        var request = Job(r => r.TerminationOperation = new BatchOperationTermination());
        await Service.StartBatchOperationAsync(request);
        await Service.StopBatchOperationAsync(new StopBatchOperationRequest { Namespace = "default", JobId = tag, Reason = "enough" });
        var done = await EndAsync();

        Assert.True(done.CompleteOperationCount < 200);
        Assert.Equal(BatchOperationState.Failed, done.State);
        var taken = await Assert.ThrowsAsync<RpcException>(() => Service.StartBatchOperationAsync(request));
        Assert.Equal(RpcException.StatusCode.AlreadyExists, taken.Code);
    }

    [Fact]
    public async Task Should_take_one_of_two_jobs_that_come_with_the_same_id_at_once()
    {
        await StartAsync(3);
        var request = Job(r => r.DeletionOperation = new BatchOperationDeletion());
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            try
            {
                await Service.StartBatchOperationAsync(request);
                return true;
            }
            catch (RpcException e) when (e.Code is RpcException.StatusCode.AlreadyExists or RpcException.StatusCode.ResourceExhausted)
            {
                // Which of them depends on whether the first one still runs.
                return false;
            }
        }));
        await EndAsync();
        Assert.Equal(1, answers.Count(a => a));
        Assert.Equal(0, (await engine.Client.CountWorkflowsAsync(Query)).Count);
    }

    private string Query => $"WorkflowId STARTS_WITH '{tag}'";

    private StartBatchOperationRequest Job(Action<StartBatchOperationRequest> operation)
    {
        var request = new StartBatchOperationRequest { Namespace = "default", JobId = tag, Reason = "why", VisibilityQuery = Query };
        operation(request);
        return request;
    }

    private async Task StartAsync(int count, int first = 0) => await Task.WhenAll(Enumerable.Range(first, count).Select(i =>
        engine.Client.StartWorkflowAsync("Nobody", [], new($"{tag}-{i}", "nobody"))));

    private async Task<DescribeBatchOperationResponse> EndAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            var job = await Service.DescribeBatchOperationAsync(new DescribeBatchOperationRequest { Namespace = "default", JobId = tag });
            if (job.State != BatchOperationState.Running)
            {
                return job;
            }

            await Task.Delay(20, patience.Token);
        }
    }
}
