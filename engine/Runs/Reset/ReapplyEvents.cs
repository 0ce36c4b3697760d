using FranceTravail.Parcours.Engine.Runs.Options;
using FranceTravail.Parcours.Engine.Runs.Updates;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;

namespace FranceTravail.Parcours.Engine.Runs.Reset;

/// <summary>
/// Brings to a reset run what came from outside after the reset point: signals, updates, options, and what became of that which the workflow
/// had begun before it (children, signals and cancels to others). Requests to cancel stay behind.
/// </summary>
/// <param name="Signals">Signals are brought.</param>
/// <param name="Updates">Updates are brought.</param>
internal sealed record ReapplyEvents(bool Signals, bool Updates)
{
    /// <summary>Everything, but for what the newer or the older form of a request leaves out.</summary>
    public static ReapplyEvents Of(ResetReapplyType older, ICollection<ResetReapplyExcludeType> excluded) => new(
        older != ResetReapplyType.None && !excluded.Contains(ResetReapplyExcludeType.Signal),
        older is not (ResetReapplyType.None or ResetReapplyType.Signal) && !excluded.Contains(ResetReapplyExcludeType.Update));

    /// <param name="t">The new run's first transition.</param>
    /// <param name="events">All that happened after the reset point.</param>
    /// <param name="outcomes">Takes in what became of that which was begun before it; null for the events of a run that followed.</param>
    public void Apply(Transition t, IEnumerable<HistoryEvent> events, LateOutcomes? outcomes)
    {
        foreach (var e in events)
        {
            switch (e.EventType)
            {
                case EventType.WorkflowExecutionSignaled when Signals:
                    t.Write(new HistoryEvent { WorkflowExecutionSignaledEventAttributes = e.WorkflowExecutionSignaledEventAttributes.Clone(), Links = { e.Links } });
                    t.State = t.State with { SignalCount = t.State.SignalCount + 1 };
                    break;
                case EventType.WorkflowExecutionUpdateAdmitted when Updates:
                    Admit(t, e.WorkflowExecutionUpdateAdmittedEventAttributes.Request);
                    break;
                case EventType.WorkflowExecutionUpdateAccepted when Updates && e.WorkflowExecutionUpdateAcceptedEventAttributes.AcceptedRequest is { } request:
                    Admit(t, request);
                    break;
                case EventType.WorkflowExecutionOptionsUpdated when e.WorkflowExecutionOptionsUpdatedEventAttributes is { AttachedRequestId: "" } options:
                    UpdateWorkflowOptions.Set(t, options.UnsetVersioningOverride ? null : options.VersioningOverride ?? t.State.VersioningOverride, options.Priority, options.Identity);
                    break;
                default:
                    outcomes?.Take(e);
                    break;
            }
        }
    }

    private static void Admit(Transition t, Temporalio.Api.Update.V1.Request request)
    {
        if (!t.State.Updates.ContainsKey(request.Meta.UpdateId))
        {
            t.Admit(t.Write(new HistoryEvent
            {
                WorkflowExecutionUpdateAdmittedEventAttributes = new() { Request = request, Origin = UpdateAdmittedEventOrigin.Reapply },
            }));
        }
    }
}
