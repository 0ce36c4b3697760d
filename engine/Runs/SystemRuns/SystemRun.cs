using FranceTravail.Parcours.Engine.Runs.Starting;
using FranceTravail.Parcours.Engine.Attributes;
using Temporalio.Api.Common.V1;
using Temporalio.Api.History.V1;
using Temporalio.Api.TaskQueue.V1;

namespace FranceTravail.Parcours.Engine.Runs.SystemRuns;

/// <summary>
/// A run that the engine plays itself, as a Temporal service plays some of its features by workflows of its own: it has its workflow
/// id, its row and its deadlines like any run, but no workflow tasks, and lists of workflows do not show it.
/// </summary>
internal static class SystemRun
{
    private const string TaskQueue = "temporal-sys-per-ns-tq";

    /// <summary>A system run to be made.</summary>
    /// <param name="space">Where.</param>
    /// <param name="key">Its namespace and workflow id; the run id is given here.</param>
    /// <param name="type">Its workflow type.</param>
    /// <param name="division">The part of the namespace that lists of its kind look into.</param>
    /// <param name="requestId">Request id of the call that makes it; empty for none.</param>
    /// <param name="identity">Who made that call.</param>
    /// <param name="memo">The caller's memo.</param>
    /// <param name="attributes">The caller's search attributes, and those of the kind.</param>
    public static NewRun Birth(IRunSpace space, (string Namespace, string WorkflowId) key, string type, string division, string requestId, string identity, Memo? memo, SearchAttributes? attributes)
    {
        var runId = space.Chance.NewId();
        var given = attributes?.Clone() ?? new SearchAttributes();
        given.IndexedFields[PredefinedSearchAttributes.NamespaceDivision] = SearchAttributePayload.OfJson(division);
        return new NewRun
        {
            Key = new RunKey(key.Namespace, key.WorkflowId, runId),
            RequestId = requestId.Length > 0 ? requestId : space.Chance.NewId(),
            IsSystem = true,
            Start = new WorkflowExecutionStartedEventAttributes
            {
                WorkflowType = new WorkflowType { Name = type },
                WorkflowId = key.WorkflowId,
                TaskQueue = new TaskQueue { Name = TaskQueue },
                OriginalExecutionRunId = runId,
                FirstExecutionRunId = runId,
                Identity = identity,
                Attempt = 1,
                Memo = memo,
                SearchAttributes = Properties.Fields.Present(space.Catalog.Typed(key.Namespace, given)),
            },
        };
    }

    /// <summary>Search attributes without those by which the engine keeps the runs of a kind: what its callers gave.</summary>
    public static SearchAttributes Given(SearchAttributes? attributes, params ReadOnlySpan<string> kind)
    {
        var given = attributes?.Clone() ?? new SearchAttributes();
        given.IndexedFields.Remove(PredefinedSearchAttributes.NamespaceDivision);
        foreach (var name in kind)
        {
            given.IndexedFields.Remove(name);
        }

        return given;
    }
}
