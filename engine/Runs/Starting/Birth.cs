using FranceTravail.Parcours.Engine.Runs.Properties;
using FranceTravail.Parcours.Engine.Runs.WorkflowTasks;
using Temporalio.Api.History.V1;

namespace FranceTravail.Parcours.Engine.Runs.Starting;

/// <summary>The first transition of a run.</summary>
internal static class Birth
{
    /// <summary>The run before its first event.</summary>
    public static Run Conceive(NewRun birth, long number, DateTimeOffset now)
    {
        var start = birth.Start;
        var backoff = start.FirstWorkflowTaskBackoff.ToSpan();
        var runTimeout = start.WorkflowRunTimeout.ToSpan();
        DateTimeOffset? executionEnd = start.WorkflowExecutionExpirationTime?.ToMoment();
        DateTimeOffset? runEnd = runTimeout > TimeSpan.Zero ? now.After(backoff).After(runTimeout) : null;
        return new Run(birth.Key, number, new HistoryEvent { WorkflowExecutionStartedEventAttributes = start, UserMetadata = birth.UserMetadata, Links = { birth.Links } }, new RunState
        {
            StartTime = now,
            IsSystem = birth.IsSystem,
            Schedule = birth.Schedule,
            ScheduledBy = birth.ScheduledBy,
            FirstTaskAt = backoff > TimeSpan.Zero ? now.After(backoff) : null,
            AwaitsParent = birth.AwaitsParent,
            ExecutionExpiresAt = executionEnd,
            RunExpiresAt = Times.Earlier(runEnd, executionEnd),
            ResetPoints = start.PrevAutoResetPoints,
            VersioningOverride = start.VersioningOverride,
            Memo = start.Memo,
            SearchAttributes = Fields.Present(start.SearchAttributes),
            StartRequestId = birth.RequestId,
            RequestIds = birth.SignalRequestId.Length > 0 ? Items<string, long>.Empty.Add(birth.SignalRequestId, 0) : Items<string, long>.Empty,
        });
    }

    /// <summary>Writes the first events.</summary>
    public static StartedTask? Begin(Transition t, NewRun birth)
    {
        t.Write(t.Run.StartEvent);
        if (birth.Signal is { } signal)
        {
            t.Write(new HistoryEvent { WorkflowExecutionSignaledEventAttributes = signal, Links = { birth.Links } });
            t.State = t.State with { SignalCount = 1 };
        }

        t.ScheduleTask();
        t.VisibilityChanged = true;
        if (!birth.Eager || t.State.Task is null)
        {
            return null;
        }

        t.Tickets.Clear();
        return StartWorkflowTask.Start(t, birth.Start.Identity, birth.RequestId, 1);
    }
}
