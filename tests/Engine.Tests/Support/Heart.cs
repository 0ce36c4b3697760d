using System.Runtime.ExceptionServices;
using FranceTravail.Parcours.Engine.Clock;
using FranceTravail.Parcours.Engine.Namespaces;
using FranceTravail.Parcours.Engine.Protocol.Namespaces;
using FranceTravail.Parcours.Engine.Runs;
using FranceTravail.Parcours.Engine.Runs.Deadlines;
using FranceTravail.Parcours.Engine.Runs.Reset;
using FranceTravail.Parcours.Engine.Runs.Starting;
using FranceTravail.Parcours.Engine.Runs.WorkflowTasks;
using FranceTravail.Parcours.Engine.Storage;
using FranceTravail.Parcours.Engine.Attributes;
using FranceTravail.Parcours.Engine.Writing;
using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Command.V1;
using Temporalio.Api.Common.V1;
using Temporalio.Api.History.V1;
using Temporalio.Api.WorkflowService.V1;

namespace FranceTravail.Parcours.Engine.Tests.Support;

/// <summary>The heart without server, thread or file: work goes in, the runs' new states come out.</summary>
internal sealed class Heart : IDisposable
{
    private readonly IStore store;
    private readonly IDisposable? own;
    private readonly EngineClock clock = new(true, new DateTimeOffset(2026, 11, 24, 8, 0, 0, TimeSpan.Zero));
    private readonly WriterServices services;
    private readonly RunCache cache;
    private long numbers;

    public Heart(EngineLimits? limits = null, IStore? store = null)
    {
        this.store = store ?? new MemoryStore();
        own = store is null ? this.store : null;
        var catalog = new NamespaceCatalog(new SearchAttributeRegistry(), null);
        catalog.Keep(NamespaceDescriptions.New("default", "00000000-0000-7000-8000-000000000000", Duration.FromTimeSpan(TimeSpan.FromDays(1))));
        services = new WriterServices(clock, new CountedChance(1000 * this.store.LastRunNumber), limits ?? new EngineLimits(), catalog);
        cache = new RunCache(this.store);
        numbers = this.store.LastRunNumber;
    }

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Does one unit of work and keeps it. What it refuses is thrown; nothing of it is kept then.</summary>
    public T Do<T>(Func<UnitOfWork, T> work)
    {
        var batch = new Batch(services, cache, () => ++numbers, (_, _, e) => ExceptionDispatchInfo.Throw(e));
        var done = new Work<T>(work);
        batch.Do(done);
        store.Commit(batch.ToCommit());
        cache.Put(batch.Changes);
        batch.Answers.ForEach(answer => answer());
        return done.Done.GetAwaiter().GetResult();
    }

    public Run Start(string id = "w", Action<StartWorkflowExecutionRequest>? change = null)
    {
        var request = new StartWorkflowExecutionRequest
        {
            Namespace = "default",
            WorkflowId = id,
            WorkflowType = new WorkflowType { Name = "Type" },
            TaskQueue = new() { Name = "queue" },
            Identity = "client",
            RequestId = Guid.NewGuid().ToString(),
        };
        change?.Invoke(request);
        StartRequest.Check(request, services.Limits, services.Catalog);
        return Do(unit => StartWorkflow.Begin(unit, request)).Run;
    }

    public T Apply<T>(Run run, IRunInput<T> input) => Do(unit => unit.Apply(run.Key, input));

    public RunState State(Run run) => store.Find(run.Key)!.State;

    public Run Current(string id = "w") => store.Current("default", id)!;

    public StartedTask? Poll(Run run) => State(run).Task is { StartedTime: null } task ? Apply(run, new StartWorkflowTask(task.Serial, null, "worker")) : null;

    public CompletedTask Complete(Run run, params Command[] commands) => Complete(run, new RespondWorkflowTaskCompletedRequest { Commands = { commands } });

    public CompletedTask Complete(Run run, RespondWorkflowTaskCompletedRequest request)
    {
        request.Identity = "worker";
        return Apply(run, new CompleteWorkflowTask(State(run).Task!.Serial, request));
    }

    /// <summary>Polls and completes.</summary>
    public CompletedTask Work(Run run, params Command[] commands)
    {
        Assert.NotNull(Poll(run));
        return Complete(run, commands);
    }

    /// <summary>Moves the clock and lets what is due in the run happen.</summary>
    public void Pass(Run run, TimeSpan time)
    {
        clock.MoveTo(Now + time);
        Apply(run, new DueInput());
    }

    public IReadOnlyList<HistoryEvent> History(Run run) => [.. store.ReadHistory(run.Number, 1, long.MaxValue / 4).SelectMany(b => b.Events)];

    /// <summary>The state of a run as its history tells it.</summary>
    public RunState Recall(Run run)
    {
        var t = new Transition(run with { State = new RunState() }, Now, services.Chance, services.Limits, services.Catalog);
        StateRebuilder.Rebuild(t, History(run));
        return t.State;
    }

    public string Types(Run run) => string.Join(' ', History(run).Select(e => e.EventType));

    public void Dispose() => own?.Dispose();

    private sealed class CountedChance(long start) : IChance
    {
        private long count = start;

        public string NewId() => $"00000000-0000-7000-8000-{++count:x12}";

        public double Next() => 0.5;
    }
}
