using FranceTravail.Parcours.Engine.Tests.Support;
using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.WorkflowService.V1;

namespace FranceTravail.Parcours.Engine.Tests.Visibility;

public sealed class When_runs_are_listed_the_old_way : IAsyncLifetime
{
    private readonly RunningEngine engine = new();

    public ValueTask InitializeAsync() => engine.InitializeAsync();

    public ValueTask DisposeAsync() => engine.DisposeAsync();

    [Fact]
    public async Task Should_find_open_and_closed_ones_by_their_filters()
    {
        var service = engine.Client.Connection.WorkflowService;
        foreach (var (id, type) in ((string, string)[])[("it's open", "A"), ("closed", "A"), ("other", "B")])
        {
            await service.StartWorkflowExecutionAsync(new() { Namespace = "default", WorkflowId = id, WorkflowType = new() { Name = type }, TaskQueue = new() { Name = "queue" } });
        }

        await service.TerminateWorkflowExecutionAsync(new() { Namespace = "default", WorkflowExecution = new() { WorkflowId = "closed" } });
        Assert.Equal(2, (await service.ListOpenWorkflowExecutionsAsync(Open())).Executions.Count);
        Assert.Equal("it's open", Assert.Single((await service.ListOpenWorkflowExecutionsAsync(Open(r => r.ExecutionFilter = new() { WorkflowId = "it's open" }))).Executions).Execution.WorkflowId);
        Assert.Equal("other", Assert.Single((await service.ListOpenWorkflowExecutionsAsync(Open(r => r.TypeFilter = new() { Name = "B" }))).Executions).Execution.WorkflowId);
        Assert.Empty((await service.ListOpenWorkflowExecutionsAsync(Open(r => r.StartTimeFilter = new() { LatestTime = Timestamp.FromDateTimeOffset(DateTimeOffset.UnixEpoch) }))).Executions);
        var closed = await service.ListClosedWorkflowExecutionsAsync(new() { Namespace = "default", StatusFilter = new() { Status = Temporalio.Api.Enums.V1.WorkflowExecutionStatus.Terminated } });
        Assert.Equal("closed", Assert.Single(closed.Executions).Execution.WorkflowId);
        Assert.Contains("WorkflowId", (await service.GetSearchAttributesAsync(new())).Keys.Keys);
    }

    private static ListOpenWorkflowExecutionsRequest Open(Action<ListOpenWorkflowExecutionsRequest>? change = null)
    {
        var request = new ListOpenWorkflowExecutionsRequest { Namespace = "default" };
        change?.Invoke(request);
        return request;
    }
}
