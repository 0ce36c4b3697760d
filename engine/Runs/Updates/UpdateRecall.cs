using Temporalio.Api.History.V1;

namespace FranceTravail.Parcours.Engine.Runs.Updates;

/// <summary>Updates as a history tells of them, for a run whose state is made from one.</summary>
internal static class UpdateRecall
{
    /// <summary>An update that stands in the history: its worker finds it there, and answers it when it comes to it.</summary>
    public static void Admit(this Transition t, HistoryEvent admitted) => t.Recall(new Update
    {
        Id = admitted.WorkflowExecutionUpdateAdmittedEventAttributes.Request.Meta.UpdateId,
        Stage = UpdateStage.Sent,
        Sequence = t.State.Serial + 1,
        AdmittedEventId = admitted.EventId,
    });

    public static void RecallAccepted(this Transition t, HistoryEvent accepted) => t.Recall(new Update
    {
        Id = accepted.WorkflowExecutionUpdateAcceptedEventAttributes.ProtocolInstanceId,
        Stage = UpdateStage.Accepted,
        Sequence = t.State.Serial + 1,
        AcceptedEventId = accepted.EventId,
    });

    public static void RecallCompleted(this Transition t, HistoryEvent completed)
    {
        var a = completed.WorkflowExecutionUpdateCompletedEventAttributes;
        if (t.State.Updates.TryGetValue(a.Meta.UpdateId, out var update))
        {
            t.Recall(update with { Stage = UpdateStage.Completed, CompletedEventId = completed.EventId });
        }
    }

    private static void Recall(this Transition t, Update update) =>
        t.State = t.State with { Serial = t.State.Serial + 1, Updates = t.State.Updates.SetItem(update.Id, update) };
}
