using FranceTravail.Parcours.Engine.Tests.Support;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.OperatorService.V1;
using Temporalio.Api.WorkflowService.V1;
using Temporalio.Client;
using Temporalio.Exceptions;

namespace FranceTravail.Parcours.Engine.Tests.Namespaces;

public sealed class When_a_namespace_is_deleted(RunningEngine engine) : IClassFixture<RunningEngine>
{
    private readonly string name = $"ns-{Guid.NewGuid():n}";

    private WorkflowService Service => engine.Client.Connection.WorkflowService;

    [Fact]
    public async Task Should_free_its_name_at_once_and_let_what_it_held_go_bit_by_bit_over_a_restart()
    {
        var id = await RegisterAsync();
        for (var i = 0; i < 120; i++)
        {
            await StartAsync($"w{i}");
        }

        var deleted = (await engine.Client.Connection.OperatorService.DeleteNamespaceAsync(new DeleteNamespaceRequest { Namespace = name })).DeletedNamespace;
        Assert.Equal($"{name}-deleted-{id[..5]}", deleted);
        Assert.Equal(NamespaceState.Deleted, (await Service.DescribeNamespaceAsync(new DescribeNamespaceRequest { Id = id })).NamespaceInfo.State);
        await Refused(RpcException.StatusCode.NotFound, () => StartAsync("late"));

        Assert.NotEqual(id, await RegisterAsync());
        await StartAsync("w1");
        Assert.Equal(1, (await Service.CountWorkflowExecutionsAsync(new CountWorkflowExecutionsRequest { Namespace = name })).Count);
        await engine.RestartAsync();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (await IsThereAsync(id))
        {
            await Task.Delay(100, patience.Token);
        }

        Assert.Equal(1, (await Service.CountWorkflowExecutionsAsync(new CountWorkflowExecutionsRequest { Namespace = name })).Count);
    }

    [Fact]
    public async Task Should_take_no_new_workflows_once_it_is_deprecated_and_go_on_with_the_others()
    {
        await RegisterAsync();
        await StartAsync("w");
        await Service.DeprecateNamespaceAsync(new DeprecateNamespaceRequest { Namespace = name });
        await Refused(RpcException.StatusCode.FailedPrecondition, () => StartAsync("late"));
        await Service.SignalWorkflowExecutionAsync(new SignalWorkflowExecutionRequest { Namespace = name, WorkflowExecution = new() { WorkflowId = "w" }, SignalName = "s" });
    }

    private static async Task Refused(RpcException.StatusCode code, Func<Task> call) => Assert.Equal(code, (await Assert.ThrowsAsync<RpcException>(call)).Code);

    private async Task<string> RegisterAsync()
    {
        await Service.RegisterNamespaceAsync(new RegisterNamespaceRequest { Namespace = name, WorkflowExecutionRetentionPeriod = new() { Seconds = 86400 } });
        return (await Service.DescribeNamespaceAsync(new DescribeNamespaceRequest { Namespace = name })).NamespaceInfo.Id;
    }

    private async Task StartAsync(string id) => await Service.StartWorkflowExecutionAsync(new StartWorkflowExecutionRequest
    {
        Namespace = name,
        WorkflowId = id,
        WorkflowType = new() { Name = "T" },
        TaskQueue = new() { Name = "nobody" },
        RequestId = Guid.NewGuid().ToString(),
    });

    private async Task<bool> IsThereAsync(string id)
    {
        try
        {
            await Service.DescribeNamespaceAsync(new DescribeNamespaceRequest { Id = id });
            return true;
        }
        catch (RpcException e) when (e.Code == RpcException.StatusCode.NotFound)
        {
            return false;
        }
    }
}
