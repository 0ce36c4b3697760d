using FranceTravail.Parcours.Engine.Runs.Updates;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;

namespace FranceTravail.Parcours.Engine.Runs.Reset;

/// <summary>Brings to a reset run what others sent the workflow after the reset point: signals and updates. Requests to cancel stay behind.</summary>
/// <param name="Signals">Signals are brought.</param>
/// <param name="Updates">Updates are brought.</param>
internal sealed record ReapplyEvents(bool Signals, bool Updates)
{
    /// <summary>Everything, but for what the newer or the older form of a request leaves out.</summary>
    public static ReapplyEvents Of(ResetReapplyType older, ICollection<ResetReapplyExcludeType> excluded) => new(
        older != ResetReapplyType.None && !excluded.Contains(ResetReapplyExcludeType.Signal),
        older is not (ResetReapplyType.None or ResetReapplyType.Signal) && !excluded.Contains(ResetReapplyExcludeType.Update));

    public void Apply(Transition t, IEnumerable<HistoryEvent> events)
    {
        foreach (var e in events)
        {
            switch (e.EventType)
            {
                case EventType.WorkflowExecutionSignaled when Signals:
                    t.Write(new HistoryEvent { WorkflowExecutionSignaledEventAttributes = e.WorkflowExecutionSignaledEventAttributes.Clone() });
                    t.State = t.State with { SignalCount = t.State.SignalCount + 1 };
                    break;
                case EventType.WorkflowExecutionUpdateAdmitted when Updates:
                    Admit(t, e.WorkflowExecutionUpdateAdmittedEventAttributes.Request);
                    break;
                case EventType.WorkflowExecutionUpdateAccepted when Updates && e.WorkflowExecutionUpdateAcceptedEventAttributes.AcceptedRequest is { } request:
                    Admit(t, request);
                    break;
                default:
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
