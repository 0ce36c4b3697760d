using FranceTravail.Parcours.Engine.Refusals;
using FranceTravail.Parcours.Engine.Runs.Closing;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;

namespace FranceTravail.Parcours.Engine.Runs.Starting;

/// <summary>Whether a workflow id may be used again.</summary>
internal static class StartPolicies
{
    /// <summary>Refuses a start while a run is open, or when the reuse policy forbids another after it.</summary>
    public static void RefuseIfTaken(Run? current, WorkflowIdReusePolicy reuse)
    {
        if (current is null)
        {
            return;
        }

        if (current.Open)
        {
            throw AlreadyStarted(current, "Workflow execution is already running. ", ".");
        }

        if (reuse == WorkflowIdReusePolicy.RejectDuplicate)
        {
            throw AlreadyStarted(current, "Workflow execution already finished. ", ". Workflow Id reuse policy: reject duplicate workflow Id.");
        }

        if (reuse == WorkflowIdReusePolicy.AllowDuplicateFailedOnly && current.State.Status is WorkflowExecutionStatus.Completed)
        {
            throw AlreadyStarted(current, "Workflow execution already finished successfully. ", ". Workflow Id reuse policy: allow duplicate workflow Id if last run failed.");
        }
    }

    /// <summary>Ends an open run because another takes its place.</summary>
    public static void Replace(IRunSpace space, Run current, string newRunId) => space.Apply(
        current.Key, new Terminate("TerminateIfRunning WorkflowIdReusePolicy", Text($"terminated by new runID: {newRunId}"), ServiceNames.History));

    private static Payloads Text(string text) => new()
    {
        Payloads_ =
        {
            new Payload
            {
                Metadata = { { "encoding", Google.Protobuf.ByteString.CopyFromUtf8("json/plain") } },
                Data = Google.Protobuf.ByteString.CopyFrom(System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(text)),
            },
        },
    };

    private static Refusal AlreadyStarted(Run current, string before, string after) => Errors.AlreadyStarted(
        $"{before}WorkflowId: {current.Key.WorkflowId}, RunId: {current.Key.RunId}{after}", current.State.StartRequestId, current.Key.RunId);
}
