using FranceTravail.Parcours.Engine.Protocol.Transport;
using FranceTravail.Parcours.Engine.Refusals;
using FranceTravail.Parcours.Engine.Runs;
using FranceTravail.Parcours.Engine.Runs.WorkflowTasks;
using Google.Protobuf;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;
using Temporalio.Api.WorkflowService.V1;

namespace FranceTravail.Parcours.Engine.Protocol.Workflows;

/// <summary>Reads histories, and waits for what will be added to them.</summary>
internal sealed class HistoryHandlers(EngineCore core)
{
    private static readonly TimeSpan LongPoll = TimeSpan.FromSeconds(20);

    public void Register(HandlerTable table) => table
        .On<GetWorkflowExecutionHistoryRequest, GetWorkflowExecutionHistoryResponse>("GetWorkflowExecutionHistory", ReadAsync)
        .On<GetWorkflowExecutionHistoryReverseRequest, GetWorkflowExecutionHistoryReverseResponse>("GetWorkflowExecutionHistoryReverse", ReadReverse);

    private async Task<GetWorkflowExecutionHistoryResponse> ReadAsync(GetWorkflowExecutionHistoryRequest r, Call call)
    {
        core.Catalog.Require(r.Namespace);
        var token = HistoryToken.Read(r.NextPageToken);
        if (token is not null && r.Execution?.RunId.Length > 0 && r.Execution.RunId != token.RunId)
        {
            throw Errors.Invalid("RunId in the request does not match the NextPageToken.");
        }

        var run = core.Resolve(r.Namespace, token is null ? r.Execution : new WorkflowExecution { WorkflowId = r.Execution?.WorkflowId ?? "", RunId = token.RunId });
        return r.HistoryEventFilterType == HistoryEventFilterType.CloseEvent
            ? await CloseEventAsync(run, r.WaitNewEvent, call)
            : await EventsAsync(run, token, r, call);
    }

    private async Task<GetWorkflowExecutionHistoryResponse> CloseEventAsync(Run run, bool wait, Call call)
    {
        if (wait)
        {
            run = await WaitAsync(run, r => !r.Open, call);
        }

        if (run.Open)
        {
            return new() { History = new History(), NextPageToken = wait ? new HistoryToken(run.Key.RunId, run.State.NextEventId, 0).Write() : ByteString.Empty };
        }

        var last = run.State.NextEventId - 1;
        return new() { History = HistoryPages.Read(core.Store, run.Number, last, last, 1).Page };
    }

    private async Task<GetWorkflowExecutionHistoryResponse> EventsAsync(Run run, HistoryToken? token, GetWorkflowExecutionHistoryRequest r, Call call)
    {
        var from = token?.Next ?? 1;
        if (r.WaitNewEvent && from >= run.State.NextEventId)
        {
            run = await WaitAsync(run, x => !x.Open || x.State.NextEventId > from, call);
        }

        var written = run.State.NextEventId - 1;
        var to = token is { Last: > 0 } ? Math.Min(token.Last, written) : written;
        var size = r.MaximumPageSize is > 0 and < HistoryPages.LargestPage ? r.MaximumPageSize : HistoryPages.LargestPage;
        var (page, next) = HistoryPages.Read(core.Store, run.Number, from, to, size);
        if (next is null && !r.WaitNewEvent && call.SeesUnwrittenEvents && run.State.Task is { Kind: not WorkflowTaskKind.Normal } task)
        {
            page.Events.Add(StartWorkflowTask.Unseen(run, task));
        }

        var goesOn = next is not null || (r.WaitNewEvent && run.Open && token is not { Last: > 0 });
        return new()
        {
            History = page,
            NextPageToken = goesOn ? new HistoryToken(run.Key.RunId, next ?? Math.Max(from, to + 1), token?.Last ?? 0).Write() : ByteString.Empty,
        };
    }

    private GetWorkflowExecutionHistoryReverseResponse ReadReverse(GetWorkflowExecutionHistoryReverseRequest r)
    {
        core.Catalog.Require(r.Namespace);
        var token = HistoryToken.Read(r.NextPageToken);
        var run = core.Resolve(r.Namespace, token is null ? r.Execution : new WorkflowExecution { WorkflowId = r.Execution?.WorkflowId ?? "", RunId = token.RunId });
        var to = Math.Min(token?.Next ?? long.MaxValue, run.State.NextEventId - 1);
        var size = r.MaximumPageSize is > 0 and < HistoryPages.LargestPage ? r.MaximumPageSize : HistoryPages.LargestPage;
        var from = Math.Max(1, to - size + 1);
        var (page, rest) = HistoryPages.Read(core.Store, run.Number, from, to, int.MaxValue);
        while (rest is { } later)
        {
            from = later;
            (page, rest) = HistoryPages.Read(core.Store, run.Number, from, to, int.MaxValue);
        }

        var reversed = new History();
        reversed.Events.Add(page.Events.Reverse());
        return new() { History = reversed, NextPageToken = from > 1 ? new HistoryToken(run.Key.RunId, from - 1, 0).Write() : ByteString.Empty };
    }

    private async Task<Run> WaitAsync(Run run, Func<Run, bool> enough, Call call)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(call.Cancelled);
        limit.CancelAfter(call.Patience(LongPoll));
        using var watch = core.Watchers.Change(run.Key);
        while (true)
        {
            run = core.Cache.Find(run.Key) ?? throw Errors.RunUnknown(run.Key.WorkflowId, run.Key.RunId);
            if (enough(run))
            {
                return run;
            }

            try
            {
                await watch.NextAsync(limit.Token);
            }
            catch (OperationCanceledException) when (!call.Cancelled.IsCancellationRequested)
            {
                return run;
            }
        }
    }
}
