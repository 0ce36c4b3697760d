using System.Text.Json.Serialization;
using Temporalio.Api.Workflow.V1;
using System.Collections.Immutable;
using FranceTravail.Parcours.Engine.Runs.Activities;
using FranceTravail.Parcours.Engine.Runs.Children;
using FranceTravail.Parcours.Engine.Runs.Schedules;
using FranceTravail.Parcours.Engine.Runs.Timers;
using FranceTravail.Parcours.Engine.Runs.Updates;
using FranceTravail.Parcours.Engine.Runs.WorkflowTasks;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;

namespace FranceTravail.Parcours.Engine.Runs;

/// <summary>
/// The mutable state of one run, as an immutable value. All that the engine must remember of a run beside its history is here;
/// what is waiting (tasks, deadlines) is derived from it and kept nowhere else.
/// </summary>
internal sealed record RunState
{
    public WorkflowExecutionStatus Status { get; init; } = WorkflowExecutionStatus.Running;

    public DateTimeOffset StartTime { get; init; }

    public DateTimeOffset? CloseTime { get; init; }

    public long NextEventId { get; init; } = 1;

    /// <summary>Bytes of the history written so far.</summary>
    public long HistorySize { get; init; }

    public long TransitionCount { get; init; }

    /// <summary>The engine plays this run itself: no worker is given tasks of it, and clients reach it only by the calls made for its kind.</summary>
    public bool IsSystem { get; init; }

    /// <summary>The schedule that this run is, if it is one.</summary>
    public Schedule? Schedule { get; init; }

    /// <summary>Workflow id of the schedule that waits for the end of this run's chain, if one does.</summary>
    public string? ScheduledBy { get; init; }

    /// <summary>While set, the first workflow task waits: start delay, cron or retry backoff.</summary>
    public DateTimeOffset? FirstTaskAt { get; init; }

    /// <summary>A child's first task waits until its parent has recorded that it started.</summary>
    public bool AwaitsParent { get; init; }

    public DateTimeOffset? RunExpiresAt { get; init; }

    public DateTimeOffset? ExecutionExpiresAt { get; init; }

    /// <summary>The one workflow task, scheduled or started.</summary>
    public WorkflowTask? Task { get; init; }

    /// <summary>Attempt that the next workflow task will have; above 1 it is transient unless events come in between.</summary>
    public int NextAttempt { get; init; } = 1;

    /// <summary>Next event id when <see cref="NextAttempt"/> was raised.</summary>
    public long TransientBase { get; init; }

    /// <summary>Counts workflow tasks and activity attempts handed out, so that a token names exactly one of them.</summary>
    public long Serial { get; init; }

    /// <summary>Id of the started event of the last completed workflow task; 0 before.</summary>
    public long LastTaskStartedId { get; init; }

    /// <summary>Id of the completed event of the last completed workflow task; 0 before.</summary>
    public long LastTaskCompletedId { get; init; }

    public StickyQueue? Sticky { get; init; }

    /// <summary>Open activities by the id of their scheduled event.</summary>
    [JsonIgnore]
    public Items<long, Activity> Activities { get; init; } = Items<long, Activity>.Empty;

    /// <summary>Open timers by the id of their started event.</summary>
    [JsonIgnore]
    public Items<long, UserTimer> Timers { get; init; } = Items<long, UserTimer>.Empty;

    /// <summary>Open children by the id of their initiated event.</summary>
    [JsonIgnore]
    public Items<long, Child> Children { get; init; } = Items<long, Child>.Empty;

    /// <summary>Events that wait for the end of the workflow task in flight to get their ids.</summary>
    public ImmutableList<HistoryEvent> Buffer { get; init; } = [];

    /// <summary>Request ids of signals and attached starts, so that a repeated request has no second effect; with the id of the event of an attached one.</summary>
    [JsonIgnore]
    public Items<string, long> RequestIds { get; init; } = Items<string, long>.Empty;

    public int SignalCount { get; init; }

    /// <summary>Updates by id: waiting ones, and accepted or completed ones by the ids of their events.</summary>
    [JsonIgnore]
    public Items<string, Update> Updates { get; init; } = Items<string, Update>.Empty;

    public Memo? Memo { get; init; }

    public SearchAttributes? SearchAttributes { get; init; }

    public bool CancelRequested { get; init; }

    /// <summary>Request id of the start that made this run.</summary>
    public string StartRequestId { get; init; } = "";

    /// <summary>Start of the first workflow task heartbeat in a row; unset when the last completion was not a heartbeat.</summary>
    public DateTimeOffset? HeartbeatSince { get; init; }

    /// <summary>The run that follows in the chain, once this one closed with a successor.</summary>
    public string? SuccessorRunId { get; init; }

    /// <summary>What an operator, or the start, decided on the version of workers that may take the run.</summary>
    public VersioningOverride? VersioningOverride { get; init; }

    /// <summary>The priority that an operator set; null while it is that of the start.</summary>
    public Priority? Priority { get; init; }

    /// <summary>The priority of its tasks, and of activities and children that say none.</summary>
    public Priority? PriorityOf(WorkflowExecutionStartedEventAttributes start) => Priority ?? start.Priority;

    /// <summary>The first task that each build of the workers completed: where the run can be reset to.</summary>
    public ResetPoints? ResetPoints { get; init; }

    /// <summary>The last failure of a workflow task that stands in the history: its category and its cause.</summary>
    public TaskProblem? Problem { get; init; }

    /// <summary>When this run was made by a reset: when the run from which it was made had started.</summary>
    public DateTimeOffset? OriginalStartTime { get; init; }

    /// <summary>The run that went on in this one's place, from an earlier point, once it was reset.</summary>
    public string? ResetRunId { get; init; }

    public bool Open => Status == WorkflowExecutionStatus.Running;

    public bool TaskInFlight => Task is { StartedTime: not null };

    /// <summary>Items of all kinds.</summary>
    public int ItemCount => Activities.Count + Timers.Count + Children.Count + Updates.Count + RequestIds.Count;

    /// <summary>Bytes that it takes in memory, roughly.</summary>
    public long Weight => 1000 + Activities.Weight + Timers.Weight + Children.Weight + Updates.Weight + RequestIds.Weight
        + Buffer.Sum(e => (long)e.CalculateSize()) + (Memo?.CalculateSize() ?? 0) + (SearchAttributes?.CalculateSize() ?? 0);

    /// <summary>The same, once it is on disk.</summary>
    public RunState Kept() => this with { Activities = Activities.Kept(), Timers = Timers.Kept(), Children = Children.Kept(), Updates = Updates.Kept(), RequestIds = RequestIds.Kept() };

    public bool CompletedATask => LastTaskStartedId > 0;
}
