using System.Collections.Immutable;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Failure.V1;
using Temporalio.Api.Schedule.V1;

namespace FranceTravail.Parcours.Engine.Runs.Schedules;

/// <summary>All that a schedule is and remembers, as an immutable value: the part of its run's state by which the engine plays it.</summary>
internal sealed record Schedule
{
    /// <summary>Starts that may wait.</summary>
    public const int LargestBuffer = 1000;

    private const int RequestsRemembered = 100;

    /// <summary>In its canonical form.</summary>
    public required ScheduleSpec Spec { get; init; }

    public required ScheduleAction Action { get; init; }

    /// <summary>With their defaults filled in.</summary>
    public required SchedulePolicies Policies { get; init; }

    /// <summary>Whether it is paused, why, and how many actions it has left.</summary>
    public required ScheduleState State { get; init; }

    /// <summary>Changes whenever what its owner sets is changed, by the owner or by the engine.</summary>
    public long ConflictToken { get; init; } = 1;

    public DateTimeOffset CreateTime { get; init; }

    public DateTimeOffset? UpdateTime { get; init; }

    /// <summary>Nominal times up to here have been dealt with.</summary>
    public DateTimeOffset Cursor { get; init; }

    /// <summary>When it is to be looked at next, if nothing else happens to it.</summary>
    public DateTimeOffset? WakeAt { get; init; }

    public ImmutableList<BufferedStart> Buffer { get; init; } = [];

    public ImmutableList<Backfill> Backfills { get; init; } = [];

    /// <summary>A start is under way in this unit of work that counts as running.</summary>
    public bool Starting { get; init; }

    /// <summary>Workflows that have not closed yet, of those that others may not overlap.</summary>
    public ImmutableList<StartedRun> Running { get; init; } = [];

    /// <summary>The last actions taken.</summary>
    public ImmutableList<ActionTaken> Recent { get; init; } = [];

    public long ActionCount { get; init; }

    /// <summary>Times that were too long ago when the schedule came to them.</summary>
    public long MissedCatchupWindow { get; init; }

    public long OverlapSkipped { get; init; }

    /// <summary>Starts that found the buffer full.</summary>
    public long BufferDropped { get; init; }

    /// <summary>What the last workflow that completed came to, for the next one.</summary>
    public Payloads? LastResult { get; init; }

    /// <summary>How the last workflow failed, if it did.</summary>
    public Failure? LastFailure { get; init; }

    /// <summary>Ids of the last requests that changed it, so that a repeated one has no second effect.</summary>
    public ImmutableList<string> Requests { get; init; } = [];

    /// <summary>A start made now would overlap another.</summary>
    public bool IsRunning => Starting || Running.Count > 0;

    /// <summary>Whether an action may be taken at a time of the specification.</summary>
    public bool MayAct => !State.Paused && (!State.LimitedActions || State.RemainingActions > 0);

    public ScheduleOverlapPolicy Resolve(ScheduleOverlapPolicy policy) => policy == ScheduleOverlapPolicy.Unspecified ? Policies.OverlapPolicy : policy;

    /// <summary>With a request that changes it; one without an id is never a repetition.</summary>
    public Schedule WithRequest(string requestId) => requestId.Length == 0
        ? this
        : this with { Requests = (Requests.Count < RequestsRemembered ? Requests : Requests.RemoveAt(0)).Add(requestId) };

    /// <summary>With another state of pause and remaining actions.</summary>
    public Schedule With(Action<ScheduleState> change)
    {
        var state = State.Clone();
        change(state);
        return this with { State = state, ConflictToken = ConflictToken + 1 };
    }

    /// <summary>With another start that waits.</summary>
    public Schedule With(BufferedStart start) => Buffer.Count < LargestBuffer
        ? this with { Buffer = Buffer.Add(start) }
        : this with { BufferDropped = BufferDropped + 1 };
}
