using FranceTravail.Parcours.Engine.Attributes;
using FranceTravail.Parcours.Engine.Refusals;
using FranceTravail.Parcours.Engine.Runs.Starting;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Workflow.V1;
using Temporalio.Api.WorkflowService.V1;

namespace FranceTravail.Parcours.Engine.Runs.Schedules;

/// <summary>The effect of a start whose turn has come: the workflow, or the news that it could not be started.</summary>
/// <param name="Start">The start.</param>
/// <param name="Tracked">It counts as running until it closes.</param>
internal sealed record StartAction(BufferedStart Start, bool Tracked) : IEffect
{
    public void CarryOut(IRunSpace space, RunKey source)
    {
        if (space.Find(source) is not { Open: true, State.Schedule: { } schedule })
        {
            return;
        }

        StartAnswer answer;
        try
        {
            answer = StartWorkflow.Begin(space, Request(source, schedule), scheduledBy: Tracked ? source.WorkflowId : null);
        }
        catch (Refusal)
        {
            // Its id is taken, or what the action names is no longer there. The schedule goes on with what comes next.
            space.Apply(source, new ActionNotStarted(Tracked));
            return;
        }

        space.Apply(source, new ActionStarted(Start, new StartedRun(answer.Run.Key.WorkflowId, answer.Run.Key.RunId), Tracked));
    }

    /// <summary>The start of an action's workflow, with the id given.</summary>
    public static StartWorkflowExecutionRequest ToRequest(NewWorkflowExecutionInfo action, string @namespace, string workflowId) => new()
    {
        Namespace = @namespace,
        WorkflowId = workflowId,
        WorkflowType = action.WorkflowType,
        TaskQueue = action.TaskQueue,
        Input = action.Input,
        WorkflowExecutionTimeout = action.WorkflowExecutionTimeout,
        WorkflowRunTimeout = action.WorkflowRunTimeout,
        WorkflowTaskTimeout = action.WorkflowTaskTimeout,
        RetryPolicy = action.RetryPolicy,
        Memo = action.Memo,
        Header = action.Header,
        SearchAttributes = action.SearchAttributes,
        UserMetadata = action.UserMetadata,
        VersioningOverride = action.VersioningOverride,
        Priority = action.Priority,
    };

    private StartWorkflowExecutionRequest Request(RunKey source, Schedule schedule)
    {
        var time = ScheduleNames.Time(Start.Nominal);
        var action = schedule.Action.StartWorkflow;
        var request = ToRequest(action, source.Namespace, $"{action.WorkflowId}-{time}");
        request.Identity = ScheduleNames.Identity(source);
        request.WorkflowIdReusePolicy = Start.Manual ? WorkflowIdReusePolicy.AllowDuplicate : WorkflowIdReusePolicy.RejectDuplicate;
        request.SearchAttributes = action.SearchAttributes?.Clone() ?? new SearchAttributes();
        request.SearchAttributes.IndexedFields[ScheduleNames.StartTimeAttribute] = SearchAttributePayload.OfJson(time);
        request.SearchAttributes.IndexedFields[ScheduleNames.ByIdAttribute] = SearchAttributePayload.OfJson(ScheduleNames.ScheduleId(source.WorkflowId));
        if (Tracked)
        {
            request.LastCompletionResult = schedule.LastResult;
            request.ContinuedFailure = schedule.LastFailure;
        }

        return request;
    }
}
