using FranceTravail.Parcours.Engine.Attributes;
using FranceTravail.Parcours.Engine.Clock;
using FranceTravail.Parcours.Engine.Namespaces;
using FranceTravail.Parcours.Engine.Protocol.Namespaces;
using FranceTravail.Parcours.Engine.Runs;
using FranceTravail.Parcours.Engine.Runs.Starting;
using FranceTravail.Parcours.Engine.Runs.Tasks;
using FranceTravail.Parcours.Engine.Storage;
using Microsoft.Extensions.Logging.Abstractions;
using Temporalio.Api.WorkflowService.V1;

namespace FranceTravail.Parcours.Engine.Tests.Support;

/// <summary>An engine without its protocol, over a store of the test's own.</summary>
internal sealed class EngineUnderTest : IAsyncDisposable
{
    public EngineUnderTest(IStore store, bool virtualClock = true, TimeProvider? system = null)
    {
        Clock = new EngineClock(virtualClock, DateTimeOffset.UnixEpoch, system);
        var catalog = new NamespaceCatalog(new SearchAttributeRegistry(), null);
        catalog.Keep(NamespaceDescriptions.New(NamespaceCatalog.Default, "00000000-0000-7000-8000-000000000000", TimeSpan.FromDays(1).ToDuration()));
        Core = new EngineCore(store, Clock, new EngineLimits(), catalog, null, null, new RandomChance(), NullLoggerFactory.Instance);
        Core.Start();
    }

    public EngineClock Clock { get; }

    public EngineCore Core { get; }

    public Task<StartAnswer> StartAsync(string id, TimeSpan delay = default)
    {
        var request = new StartWorkflowExecutionRequest
        {
            Namespace = NamespaceCatalog.Default,
            WorkflowId = id,
            WorkflowType = new() { Name = "Type" },
            TaskQueue = new() { Name = "queue" },
            RequestId = Guid.NewGuid().ToString(),
            WorkflowStartDelay = delay.ToDuration(),
        };
        return Core.Writer.SubmitAsync(unit => StartWorkflow.Begin(unit, request));
    }

    /// <summary>Polls for a workflow task; null when none comes in time.</summary>
    public Task<object?> PollAsync(CancellationToken cancelled = default) => Core.Queues.PollAsync(
        new QueueName(NamespaceCatalog.Default, TaskKind.Workflow, "queue"), "worker", TimeSpan.FromSeconds(10), Clock.GetUtcNow(), cancelled);

    /// <summary>Keeps the writer busy until the hold is disposed of; what is submitted meanwhile makes one batch.</summary>
    public async Task<IDisposable> HoldWriterAsync()
    {
        var isHeld = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var hold = new Hold();
        _ = Core.Writer.SubmitAsync(_ =>
        {
            isHeld.SetResult();
            hold.Wait();
            return true;
        });
        await isHeld.Task;
        return hold;
    }

    public ValueTask DisposeAsync() => Core.DisposeAsync();

    private sealed class Hold : IDisposable
    {
        private readonly ManualResetEventSlim ended = new();

        public void Wait() => ended.Wait();

        public void Dispose() => ended.Set();
    }
}
