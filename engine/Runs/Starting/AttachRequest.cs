using Temporalio.Api.History.V1;

namespace FranceTravail.Parcours.Engine.Runs.Starting;

/// <summary>A start that found the workflow running leaves its request id there, so that its repetitions are known.</summary>
internal sealed record AttachRequest(string RequestId) : IRunInput<bool>
{
    /// <summary>Keeps start requests apart from signals among the request ids.</summary>
    public const string Prefix = "start/";

    public bool Apply(Transition t)
    {
        var attached = t.Record(new HistoryEvent { WorkflowExecutionOptionsUpdatedEventAttributes = new() { AttachedRequestId = RequestId } });
        if (RequestId.Length > 0)
        {
            t.State = t.State with { RequestIds = t.State.RequestIds.SetItem(Prefix + RequestId, attached.EventId) };
        }

        return true;
    }
}
