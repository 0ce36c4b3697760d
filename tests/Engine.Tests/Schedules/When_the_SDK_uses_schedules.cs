using FranceTravail.Parcours.Engine.Tests.Support;
using Google.Protobuf.WellKnownTypes;
using Temporalio.Client.Schedules;
using Temporalio.Exceptions;

namespace FranceTravail.Parcours.Engine.Tests.Schedules;

public sealed class When_the_SDK_uses_schedules : IAsyncLifetime
{
    private readonly RunningEngine engine = new() { VirtualClock = true };

    public ValueTask InitializeAsync() => engine.InitializeAsync();

    public ValueTask DisposeAsync() => engine.DisposeAsync();

    [Fact]
    public Task Should_create_trigger_pause_list_and_delete_them() => engine.WithWorkerAsync(async queue =>
    {
        var schedule = await CreateAsync("s", queue, paused: true);
        await Assert.ThrowsAsync<ScheduleAlreadyRunningException>(() => CreateAsync("s", queue, paused: true));
        await schedule.TriggerAsync();
        var described = await schedule.DescribeAsync();
        var started = ((ScheduleActionExecutionStartWorkflow)described.Info.RecentActions.Single().Action).WorkflowId;
        var handle = engine.Client.GetWorkflowHandle<Samples.Steps, string>(started);
        await handle.SignalAsync(w => w.EndAsync());
        Assert.Equal("a", await handle.GetResultAsync());
        Assert.Empty((await schedule.DescribeAsync()).Info.RunningActions);

        await schedule.UnpauseAsync("go on");
        Assert.Equal((false, "go on"), ((await schedule.DescribeAsync()).Schedule.State.Paused, (await schedule.DescribeAsync()).Schedule.State.Note));
        await schedule.UpdateAsync(input => new ScheduleUpdate(input.Description.Schedule with { Spec = new() { CronExpressions = ["0 9 * * MON-FRI"] } }));
        Assert.Single((await schedule.DescribeAsync()).Schedule.Spec.Calendars);

        await CreateAsync("other", queue, paused: true);
        Assert.Equal(["other", "s"], (await ListAsync("")).Order());
        Assert.Equal(["other"], await ListAsync("TemporalSchedulePaused = true"));
        Assert.Equal(["s"], await ListAsync("ScheduleId = 's'"));
        Assert.Equal(["other", "s"], (await ListAsync("ScheduleId = 's' OR ScheduleId != 's'")).Order());
        Assert.Equal("workflow not found for ID: temporal-sys-scheduler:none", (await Assert.ThrowsAsync<RpcException>(() => engine.Client.GetScheduleHandle("none").PauseAsync())).Message);
        Assert.Equal(RpcException.StatusCode.NotFound, (await Assert.ThrowsAsync<RpcException>(() => engine.Client.GetWorkflowHandle("temporal-sys-scheduler:s").TerminateAsync())).Code);
        Assert.DoesNotContain("temporal-sys-scheduler:s", await WorkflowsAsync());
        Assert.Equal(2, (await engine.Client.Connection.WorkflowService.CountSchedulesAsync(new() { Namespace = "default" })).Count);
        await schedule.DeleteAsync();
        Assert.Equal(RpcException.StatusCode.NotFound, (await Assert.ThrowsAsync<RpcException>(() => schedule.DescribeAsync())).Code);
        Assert.Equal(["other"], await ListAsync(""));
        return true;
    });

    [Fact]
    public async Task Should_survive_a_restart_of_the_engine_and_run_on_with_its_clock()
    {
        const string Queue = "long";
        var before = await engine.WithWorkerAsync(async _ =>
        {
            await CreateAsync("s", Queue, paused: false, overlap: Temporalio.Api.Enums.V1.ScheduleOverlapPolicy.BufferAll);
            await PassAsync(TimeSpan.FromDays(3));
            return await InfoAsync();
        }, Queue);
        Assert.Equal((1, 2), (before.ActionCount, before.BufferSize));
        await engine.RestartAsync();
        Assert.Equal(before, await InfoAsync());
        Assert.Equal(["s"], await ListAsync(""));
        await engine.WithWorkerAsync(async _ =>
        {
            await PassAsync(TimeSpan.FromDays(2));
            Assert.Equal(4, (await InfoAsync()).BufferSize);
            var running = before.RunningWorkflows.Single().WorkflowId;
            await engine.Client.GetWorkflowHandle<Samples.Steps>(running).SignalAsync(w => w.EndAsync());
            await engine.Client.GetWorkflowHandle<Samples.Steps>(running).GetResultAsync();
            return true;
        }, Queue);
        Assert.Equal((2, 3), ((await InfoAsync()).ActionCount, (await InfoAsync()).BufferSize));
    }

    private async Task PassAsync(TimeSpan time) =>
        await engine.Client.Connection.TestService.UnlockTimeSkippingWithSleepAsync(new() { Duration = Duration.FromTimeSpan(time) });

    private Task<ScheduleHandle> CreateAsync(string id, string queue, bool paused, Temporalio.Api.Enums.V1.ScheduleOverlapPolicy overlap = default) => engine.Client.CreateScheduleAsync(
        id,
        new Schedule(ScheduleActionStartWorkflow.Create((Samples.Steps w) => w.RunAsync("a", 1), new("run", queue)), new() { Intervals = [new(TimeSpan.FromDays(1))] })
        {
            State = new() { Paused = paused, Note = "new" },
            Policy = new() { Overlap = overlap },
        });

    private async Task<Temporalio.Api.Schedule.V1.ScheduleInfo> InfoAsync() =>
        (await engine.Client.Connection.WorkflowService.DescribeScheduleAsync(new() { Namespace = "default", ScheduleId = "s" })).Info;

    private async Task<List<string>> ListAsync(string query)
    {
        var ids = new List<string>();
        await foreach (var entry in engine.Client.ListSchedulesAsync(new() { Query = query }))
        {
            ids.Add(entry.Id);
        }

        return ids;
    }

    private async Task<List<string>> WorkflowsAsync()
    {
        var ids = new List<string>();
        await foreach (var workflow in engine.Client.ListWorkflowsAsync(""))
        {
            ids.Add(workflow.Id);
        }

        return ids;
    }
}
