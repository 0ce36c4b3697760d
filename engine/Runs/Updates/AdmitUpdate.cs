using FranceTravail.Parcours.Engine.Refusals;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Update.V1;

namespace FranceTravail.Parcours.Engine.Runs.Updates;

/// <summary>An update arrives. One with an id that is known already joins the update that has it.</summary>
internal sealed record AdmitUpdate(Request Update) : IRunInput<bool>
{
    public bool Apply(Transition t)
    {
        var id = Update.Meta.UpdateId;
        if (t.State.Updates.ContainsKey(id))
        {
            return false;
        }

        if (!t.State.Open)
        {
            throw Errors.WorkflowCompleted();
        }

        if (t.State.Task is { Attempt: >= 3 })
        {
            throw Errors.NotReady("Unable to perform workflow execution update due to Workflow Task in failed state.");
        }

        if (t.State.Updates.Values.Count(u => u.Stage != UpdateStage.Completed) >= t.Limits.UpdatesInFlight)
        {
            throw Errors.Exhausted(ResourceExhaustedCause.ConcurrentLimit, $"limit on number of concurrent in-flight updates has been reached ({t.Limits.UpdatesInFlight})");
        }

        if (t.State.Updates.Count >= t.Limits.Updates)
        {
            throw new Refusal(RefusalKind.FailedPrecondition, TooMany(t.Limits.Updates));
        }

        if (t.State.Updates.Values.Sum(u => (long)(u.Request?.CalculateSize() ?? 0)) + Update.CalculateSize() >= t.Limits.UpdatesInFlightSize)
        {
            throw Errors.Exhausted(ResourceExhaustedCause.ConcurrentLimit, $"limit on total payload size of in-flight updates has been reached ({t.Limits.UpdatesInFlightSize} bytes)");
        }

        t.State = t.State with
        {
            Serial = t.State.Serial + 1,
            Updates = t.State.Updates.Add(id, new Update { Id = id, Stage = UpdateStage.Admitted, Sequence = t.State.Serial + 1, Request = Update }),
        };
        t.ScheduleSpeculativeTask();
        return true;
    }

    private static string TooMany(int limit) =>
        $"The limit on the total number of distinct updates in this workflow has been reached ({limit}). "
        + "Make sure any duplicate updates share an Update ID so the server can deduplicate them, and consider rejecting updates that you aren't going to process. "
        + "You can also Continue-as-New to avoid this; we recommend you check Continue-as-New Suggested in your Workflow.";
}
