using FranceTravail.Parcours.Engine.Attributes;
using FranceTravail.Parcours.Engine.Clock;
using FranceTravail.Parcours.Engine.Namespaces;
using FranceTravail.Parcours.Engine.Protocol.Namespaces;
using FranceTravail.Parcours.Engine.Runs.Starting;
using FranceTravail.Parcours.Engine.Runs.Tasks;
using FranceTravail.Parcours.Engine.Storage;
using Google.Protobuf.WellKnownTypes;
using Microsoft.Extensions.Logging.Abstractions;
using Temporalio.Api.WorkflowService.V1;

namespace FranceTravail.Parcours.Engine.Tests.Deadlines;

public sealed class When_the_writer_lags_behind_the_clock
{
    private static readonly TimeSpan Delay = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Should_still_act_upon_a_deadline_that_came_while_a_batch_was_open()
    {
        var clock = new EngineClock(isVirtual: true, DateTimeOffset.UnixEpoch);
        await using var core = Compose(clock);
        core.Start();
        var request = new StartWorkflowExecutionRequest
        {
            Namespace = NamespaceCatalog.Default,
            WorkflowId = "delayed",
            WorkflowType = new() { Name = "Type" },
            TaskQueue = new() { Name = "queue" },
            RequestId = "request",
            WorkflowStartDelay = Delay.ToDuration(),
        };
        StartRequest.Check(request, core.Limits, core.Catalog);
        await core.Writer.SubmitAsync(unit => StartWorkflow.Begin(unit, request));

        // The batch has taken its time. While it is held open the clock passes the deadline, whose turn comes within this same batch.
        var isOpen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var hold = new ManualResetEventSlim();
        var held = core.Writer.SubmitAsync(_ =>
        {
            isOpen.SetResult();
            return hold.Wait(TimeSpan.FromMilliseconds(200));
        });
        await isOpen.Task;
        clock.MoveTo(clock.GetUtcNow() + Delay);
        core.Deadlines.Wake();
        await held;

        var poll = core.Queues.PollAsync(new QueueName(NamespaceCatalog.Default, TaskKind.Workflow, "queue"), "worker", Delay, clock.GetUtcNow(), CancellationToken.None);
        Assert.NotNull(await poll.WaitAsync(TimeSpan.FromSeconds(10)));
    }

    private static EngineCore Compose(EngineClock clock)
    {
        var catalog = new NamespaceCatalog(new SearchAttributeRegistry(), null);
        catalog.Keep(NamespaceDescriptions.New(NamespaceCatalog.Default, "00000000-0000-7000-8000-000000000000", TimeSpan.FromDays(1).ToDuration()));
        return new EngineCore(new MemoryStore(), clock, new EngineLimits(), catalog, null, null, new RandomChance(), NullLoggerFactory.Instance);
    }
}
