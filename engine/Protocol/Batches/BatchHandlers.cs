using System.Globalization;
using FranceTravail.Parcours.Engine.Batches;
using FranceTravail.Parcours.Engine.Protocol.Transport;
using FranceTravail.Parcours.Engine.Refusals;
using FranceTravail.Parcours.Engine.Runs;
using FranceTravail.Parcours.Engine.Runs.Starting;
using FranceTravail.Parcours.Engine.Visibility;
using Google.Protobuf;
using Temporalio.Api.Batch.V1;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.WorkflowService.V1;

namespace FranceTravail.Parcours.Engine.Protocol.Batches;

/// <summary>Operators start, follow and stop operations on many runs.</summary>
internal sealed class BatchHandlers(EngineCore core)
{
    private const int LargestPage = 100;

    public void Register(HandlerTable table) => table
        .On<StartBatchOperationRequest, StartBatchOperationResponse>("StartBatchOperation", StartAsync)
        .On<DescribeBatchOperationRequest, DescribeBatchOperationResponse>("DescribeBatchOperation", Describe)
        .On<StopBatchOperationRequest, StopBatchOperationResponse>("StopBatchOperation", StopAsync)
        .On<ListBatchOperationsRequest, ListBatchOperationsResponse>("ListBatchOperations", List);

    private BatchCatalog Jobs => core.Batches ?? throw Errors.Unimplemented("batch operations without a database file");

    private async Task<StartBatchOperationResponse> StartAsync(StartBatchOperationRequest r, Call call)
    {
        core.Catalog.Require(r.Namespace);
        BatchCheck.Request(r, core.Limits);
        core.BatchRunner!.RefuseSecond(r.Namespace);
        IReadOnlyList<WorkflowExecution>? targets = r.Executions.Count > 0 ? [.. r.Executions] : Found(r);
        await core.BatchRunner!.AcceptAsync(r, targets, call.Cancelled);
        return new();
    }

    /// <summary>All runs that match now, but for those that the operation is not for; those that come to match later are not meant. Null when the query names what there is not.</summary>
    private List<WorkflowExecution>? Found(StartBatchOperationRequest r)
    {
        var found = new List<WorkflowExecution>();
        var token = ByteString.Empty;
        do
        {
            ListPage page;
            try
            {
                page = core.Visibility!.List(r.Namespace, r.VisibilityQuery, 0, token, BatchScope.Of(r));
            }
            catch (Refusal e) when (e.Kind == RefusalKind.InvalidArgument)
            {
                return null;
            }

            found.AddRange(page.Executions.Select(e => e.Execution));
            token = page.NextPageToken;
        }
        while (!token.IsEmpty);
        return found;
    }

    private DescribeBatchOperationResponse Describe(DescribeBatchOperationRequest r)
    {
        var job = Find(r.Namespace, r.JobId);
        return new DescribeBatchOperationResponse
        {
            OperationType = BatchOperation.Type(job.Request),
            JobId = job.JobId,
            State = job.State,
            StartTime = job.StartTime.ToTimestamp(),
            CloseTime = job.CloseTime?.ToTimestamp(),
            TotalOperationCount = job.Total,
            CompleteOperationCount = job.Completed,
            FailureOperationCount = job.Failed,
            Identity = BatchOperation.Identity(job.Request),
            Reason = job.Request.Reason,
        };
    }

    private async Task<StopBatchOperationResponse> StopAsync(StopBatchOperationRequest r, Call call)
    {
        Find(r.Namespace, r.JobId, () => StartRequest.Require(r.Reason.Length > 0, "Reason is not set on request."));
        await core.Writer.SubmitAsync(unit =>
        {
            var job = Find(r.Namespace, r.JobId);
            if (job.State != BatchOperationState.Running)
            {
                throw Errors.WorkflowCompleted();
            }

            Jobs.Keep(unit, job with { State = BatchOperationState.Failed, CloseTime = unit.Now });
            return true;
        });
        return new();
    }

    private ListBatchOperationsResponse List(ListBatchOperationsRequest r)
    {
        core.Catalog.Require(r.Namespace);
        var from = r.NextPageToken.IsEmpty ? 0 : int.TryParse(r.NextPageToken.ToStringUtf8(), CultureInfo.InvariantCulture, out var at) && at > 0 ? at : throw Errors.Invalid("Invalid NextPageToken.");
        var size = r.PageSize is > 0 and < LargestPage ? r.PageSize : LargestPage;
        var jobs = Jobs.All.Where(j => j.Namespace == r.Namespace).OrderByDescending(j => j.StartTime).ThenBy(j => j.RunId, StringComparer.Ordinal).ToList();
        var response = new ListBatchOperationsResponse
        {
            NextPageToken = jobs.Count > from + size ? ByteString.CopyFromUtf8((from + size).ToString(CultureInfo.InvariantCulture)) : ByteString.Empty,
        };
        response.OperationInfo.Add(jobs.Skip(from).Take(size).Select(j => new BatchOperationInfo
        {
            JobId = j.JobId,
            OperationType = BatchOperation.Type(j.Request),
            State = j.State,
            StartTime = j.StartTime.ToTimestamp(),
            CloseTime = j.CloseTime?.ToTimestamp(),
        }));
        return response;
    }

    private BatchJob Find(string @namespace, string jobId, Action? check = null)
    {
        core.Catalog.Require(@namespace);
        StartRequest.Require(jobId.Length > 0, "JobId is not set on request.");
        check?.Invoke();
        return Jobs.Find(@namespace, jobId) ?? throw Errors.WorkflowUnknown(jobId);
    }
}
