using FranceTravail.Parcours.Engine.Refusals;
using Temporalio.Api.Common.V1;
using Temporalio.Api.History.V1;

namespace FranceTravail.Parcours.Engine.Runs.Signals;

/// <summary>Sends a signal to an open run; a repeated request id has no second effect.</summary>
internal sealed record Signal(string Name, Payloads? Input, string Identity, string RequestId, Header? Header, WorkflowExecution? By = null, bool EvenInBackoff = false) : IRunInput<bool>
{
    /// <summary>Where it came from.</summary>
    public IReadOnlyCollection<Link> Links { get; init; } = [];

    public WorkflowExecutionSignaledEventAttributes ToEvent() => new()
    {
        SignalName = Name,
        Input = Input,
        Identity = Identity,
        Header = Header,
        ExternalWorkflowExecution = By,
    };

    public bool Apply(Transition t)
    {
        if (!t.State.Open)
        {
            throw Errors.WorkflowCompleted();
        }

        if (RequestId.Length > 0 && t.State.RequestIds.ContainsKey(RequestId))
        {
            return false;
        }

        if (t.State.SignalCount >= t.Limits.Signals)
        {
            throw Errors.Invalid("exceeded workflow execution limit for signal events");
        }

        t.State = t.State with
        {
            SignalCount = t.State.SignalCount + 1,
            RequestIds = RequestId.Length > 0 ? t.State.RequestIds.Add(RequestId, 0) : t.State.RequestIds,
        };
        t.Record(new HistoryEvent { WorkflowExecutionSignaledEventAttributes = ToEvent(), Links = { Links } });
        t.ScheduleTask(EvenInBackoff);
        return true;
    }
}
