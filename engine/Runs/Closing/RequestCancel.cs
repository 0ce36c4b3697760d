using Temporalio.Api.Common.V1;
using Temporalio.Api.History.V1;

namespace FranceTravail.Parcours.Engine.Runs.Closing;

/// <summary>Asks a run to cancel. A closed run, or one already asked, is left as it is.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Identity">Who asks.</param>
/// <param name="By">The workflow that asks, if one does.</param>
/// <param name="ByEventId">The event of that workflow.</param>
internal sealed record RequestCancel(string Reason, string Identity, WorkflowExecution? By = null, long ByEventId = 0) : IRunInput<bool>
{
    /// <summary>Where the request came from.</summary>
    public IReadOnlyCollection<Link> Links { get; init; } = [];

    public bool Apply(Transition t)
    {
        if (!t.State.Open || t.State.CancelRequested)
        {
            return false;
        }

        t.State = t.State with { CancelRequested = true };
        t.Record(new HistoryEvent
        {
            Links = { Links },
            WorkflowExecutionCancelRequestedEventAttributes = new()
            {
                Cause = Reason,
                Identity = Identity,
                ExternalWorkflowExecution = By,
                ExternalInitiatedEventId = ByEventId,
            },
        });
        t.ScheduleTask(evenInBackoff: true);
        return true;
    }
}
