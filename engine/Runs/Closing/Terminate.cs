using FranceTravail.Parcours.Engine.Refusals;
using Temporalio.Api.Common.V1;

namespace FranceTravail.Parcours.Engine.Runs.Closing;

/// <summary>Ends a run by force.</summary>
internal sealed record Terminate(string Reason, Payloads? Details, string Identity) : IRunInput<bool>
{
    /// <summary>Where the request came from.</summary>
    public IReadOnlyCollection<Link> Links { get; init; } = [];

    public bool Apply(Transition t)
    {
        if (!t.State.Open)
        {
            throw Errors.WorkflowCompleted();
        }

        t.ForceCloseTask();
        t.CloseTerminated(Reason, Details, Identity, Links);
        return true;
    }
}
