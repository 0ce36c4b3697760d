using FranceTravail.Parcours.Engine.Refusals;
using FranceTravail.Parcours.Engine.Visibility;
using FranceTravail.Parcours.Engine.Visibility.Queries;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;

namespace FranceTravail.Parcours.Engine.Tests.Visibility;

public sealed class When_runs_are_listed_and_counted : IDisposable
{
    private readonly VisibilityStore store = new();

    [Fact]
    public void Should_list_open_runs_by_start_then_closed_ones_by_close_in_pages_without_loss()
    {
        for (var number = 1; number <= 5; number++)
        {
            store.Write(Started(number));
        }

        store.Write(Closed(Started(2), VisibilityStore.Noon.AddHours(1)));
        store.Write(Closed(Started(4), VisibilityStore.Noon.AddHours(2)));

        var pages = new List<IReadOnlyList<string>>();
        var token = ByteString.Empty;
        do
        {
            var page = store.Reader.List(VisibilityStore.Namespace, "", 2, token);
            pages.Add(page.Executions.Select(run => run.Execution.WorkflowId).ToList());
            token = page.NextPageToken;
        }
        while (!token.IsEmpty);

        Assert.Equal(["w5", "w3", "w1", "w4", "w2"], pages.SelectMany(page => page));
        Assert.Equal([2, 2, 1], pages.Select(page => page.Count));
    }

    [Fact]
    public void Should_keep_pages_apart_where_times_are_equal()
    {
        for (var number = 0; number < 7; number++)
        {
            store.Write(VisibilityStore.Row($"same{number}"));
        }

        var first = store.Reader.List(VisibilityStore.Namespace, "", 4, ByteString.Empty);
        var second = store.Reader.List(VisibilityStore.Namespace, "", 4, first.NextPageToken);

        Assert.Equal(7, first.Executions.Concat(second.Executions).Select(run => run.Execution.RunId).Distinct().Count());
        Assert.True(second.NextPageToken.IsEmpty);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("null")]
    [InlineData("{}")]
    public void Should_refuse_a_token_that_it_did_not_write(string token)
    {
        var refusal = Assert.Throws<Refusal>(() => store.Reader.List(VisibilityStore.Namespace, "", 0, ByteString.CopyFromUtf8(token)));

        Assert.Equal(RefusalKind.InvalidArgument, refusal.Kind);
    }

    [Fact]
    public void Should_give_back_the_whole_row()
    {
        var row = Closed(VisibilityStore.Row("w", VisibilityStore.Attributes(("ConfInt", 1))), VisibilityStore.Noon.AddSeconds(1.5)) with
        {
            HistoryLength = 5,
            HistorySizeBytes = 600,
            StateTransitionCount = 3,
            ExecutionDuration = TimeSpan.FromSeconds(1.5),
            ParentWorkflowId = "parent",
            ParentRunId = "parent-run",
            RootWorkflowId = "root",
            RootRunId = "root-run",
            Memo = new Memo { Fields = { ["m"] = VisibilityStore.Json("memo") } },
        };
        store.Write(row);

        var listed = Assert.Single(store.Reader.List(VisibilityStore.Namespace, "", 0, ByteString.Empty).Executions);

        Assert.Equal(new WorkflowExecution { WorkflowId = "w", RunId = "run-of-w" }, listed.Execution);
        Assert.Equal(("Hand", "q", WorkflowExecutionStatus.Completed), (listed.Type.Name, listed.TaskQueue, listed.Status));
        Assert.Equal((row.StartTime, row.ExecutionTime, row.CloseTime), (listed.StartTime.ToDateTimeOffset(), listed.ExecutionTime.ToDateTimeOffset(), listed.CloseTime.ToDateTimeOffset()));
        Assert.Equal((5, 600, 3), (listed.HistoryLength, listed.HistorySizeBytes, listed.StateTransitionCount));
        Assert.Equal(Duration.FromTimeSpan(TimeSpan.FromSeconds(1.5)), listed.ExecutionDuration);
        Assert.Equal(new WorkflowExecution { WorkflowId = "parent", RunId = "parent-run" }, listed.ParentExecution);
        Assert.Equal(new WorkflowExecution { WorkflowId = "root", RunId = "root-run" }, listed.RootExecution);
        Assert.Equal(row.Memo, listed.Memo);
        Assert.Equal("Int", listed.SearchAttributes.IndexedFields["ConfInt"].Metadata["type"].ToStringUtf8());
    }

    [Fact]
    public void Should_show_no_history_length_and_no_parent_of_an_open_root()
    {
        store.Write(VisibilityStore.Row("w") with { HistoryLength = 5 });

        var listed = Assert.Single(store.Reader.List(VisibilityStore.Namespace, "", 0, ByteString.Empty).Executions);

        Assert.Equal(0, listed.HistoryLength);
        Assert.Null(listed.ParentExecution);
        Assert.Null(listed.CloseTime);
        Assert.Equal("w", listed.RootExecution.WorkflowId);
    }

    [Fact]
    public void Should_see_its_own_namespace_only()
    {
        store.Write(VisibilityStore.Row("w") with { Namespace = "other" });

        Assert.Equal(0, store.Reader.Count(VisibilityStore.Namespace, "").Total);
        Assert.Equal(1, store.Reader.Count("other", "").Total);
    }

    [Fact]
    public void Should_count_by_status()
    {
        store.Write(VisibilityStore.Row("open"));
        store.Write(Closed(VisibilityStore.Row("one"), VisibilityStore.Noon));
        store.Write(Closed(VisibilityStore.Row("two"), VisibilityStore.Noon));

        var count = store.Reader.Count(VisibilityStore.Namespace, "WorkflowType = 'Hand' GROUP BY ExecutionStatus");

        Assert.Equal(3, count.Total);
        Assert.Equal([(WorkflowExecutionStatus.Running, 1), (WorkflowExecutionStatus.Completed, 2)], count.ByStatus);
        Assert.Equal(2, store.Reader.Count(VisibilityStore.Namespace, "ExecutionStatus = 'Completed'").Total);
        Assert.Equal(3, store.Reader.Count(VisibilityStore.Namespace, "GROUP BY ExecutionStatus").Total);
    }

    [Theory]
    [InlineData("GROUP BY WorkflowType", "'GROUP BY' clause is only supported for ExecutionStatus")]
    [InlineData("GROUP BY ExecutionStatus, WorkflowType", "'GROUP BY' clause supports only a single field")]
    public void Should_refuse_other_groups(string query, string message)
    {
        var refusal = Assert.Throws<Refusal>(() => store.Reader.Count(VisibilityStore.Namespace, query));

        Assert.Equal("invalid query: operation is not supported: " + message, refusal.Message);
    }

    /// <summary>The index that serves a page, and that nothing is sorted which is in order already.</summary>
    [Theory]
    [InlineData("", "visibility_order (namespace=?)")]
    [InlineData("ExecutionStatus = 'Running'", "visibility_order (namespace=? AND <expr>>?)")]
    [InlineData("ExecutionStatus = 'Running' AND WorkflowType = 'Hand'", "visibility_type (namespace=? AND workflow_type=? AND <expr>>?)")]
    [InlineData("(ExecutionStatus = 'Running' AND TaskQueue = 'q') AND WorkflowType = 'Hand'", "visibility_type (namespace=? AND workflow_type=? AND <expr>>?)")]
    [InlineData("ExecutionStatus = 'Failed'", "visibility_status (namespace=? AND status=? AND <expr><?)")]
    [InlineData("ExecutionStatus != 'Running'", "visibility_order (namespace=? AND <expr><?)")]
    [InlineData("WorkflowType = 'Hand'", "visibility_type (namespace=? AND workflow_type=?)")]
    [InlineData("CloseTime > '2026-01-01T00:00:00Z'", "visibility_order (namespace=? AND <expr>>? AND <expr><?)")]
    [InlineData("CloseTime IS NULL", "visibility_order (namespace=? AND <expr>>?)")]
    [InlineData("ConfKeyword = 'k'", "PRIMARY KEY (namespace=? AND name=? AND value=?)")]
    [InlineData("ConfKeyword = 'k' AND ExecutionStatus = 'Running'", "PRIMARY KEY (namespace=? AND name=? AND value=? AND close>?)")]
    public void Should_find_a_page_in_the_order_of_an_index(string query, string index)
    {
        var plan = Plan(query);
        Assert.EndsWith(index, plan[0], StringComparison.Ordinal);
        Assert.DoesNotContain(plan, step => step.Contains("TEMP B-TREE", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("WorkflowId = 'w'", "visibility_workflow (namespace=? AND workflow_id=?)")]
    [InlineData("WorkflowId STARTS_WITH 'w'", "visibility_workflow (namespace=? AND workflow_id>? AND workflow_id<?)")]
    [InlineData("StartTime BETWEEN '2026-01-01T00:00:00Z' AND '2026-01-02T00:00:00Z'", "visibility_start (namespace=? AND start_time>? AND start_time<?)")]
    public void Should_find_few_by_an_index(string query, string index) => Assert.EndsWith(index, Plan(query)[0], StringComparison.Ordinal);

    [Theory]
    [InlineData("ConfInt > 5")]
    [InlineData("ConfKeyword STARTS_WITH 'k'")]
    [InlineData("ConfKeywordList IN ('a', 'b')")]
    public void Should_find_few_that_have_a_value_by_the_index_of_values(string query) =>
        Assert.Contains(Plan(query), step => step.Contains("USING PRIMARY KEY (namespace=? AND name=? AND value", StringComparison.Ordinal));

    private List<string> Plan(string query)
    {
        var filter = QueryCompiler.Compile(QueryParser.Parse(query).Filter, store.Types);
        using var explain = VisibilityReader.ListCommand(store.Connection, VisibilityStore.Namespace, filter, 10, null);
        explain.CommandText = "EXPLAIN QUERY PLAN " + explain.CommandText;
        using var plan = explain.ExecuteReader();
        var steps = new List<string>();
        while (plan.Read())
        {
            steps.Add(plan.GetString(3));
        }

        return steps;
    }

    public void Dispose() => store.Dispose();

    private static VisibilityRow Started(int number)
    {
        var start = VisibilityStore.Noon.AddMilliseconds(number * 20);
        return VisibilityStore.Row($"w{number}") with { StartTime = start, ExecutionTime = start };
    }

    private static VisibilityRow Closed(VisibilityRow row, DateTimeOffset close) => row with { CloseTime = close, Status = WorkflowExecutionStatus.Completed };
}
