using FranceTravail.Parcours.Engine.Attributes;
using FranceTravail.Parcours.Engine.Storage.Sqlite;
using FranceTravail.Parcours.Engine.Visibility;
using Google.Protobuf;
using Microsoft.Data.Sqlite;
using SQLitePCL;
using Temporalio.Api.Enums.V1;

namespace FranceTravail.Parcours.Engine.Tests.Visibility;

/// <summary>A page is found by an index, whatever the number of runs, and a count looks at what it counts. What they take in time is measured in the benchmarks.</summary>
public sealed class When_there_are_very_many_runs(ITestOutputHelper output) : IDisposable
{
    private const int Grain = 10;

    /// <summary>Steps for a page of a hundred runs, its order and its filter.</summary>
    private const long Bound = 40_000;

    /// <summary>What people, SDKs and tools ask; <c>K</c> has 50 values, <c>I</c> a thousand, <c>L</c> two of 20 each. Words of texts are sought row by row, and take longer.</summary>
    private static readonly string[] Queries =
    [
        "", "ExecutionStatus = 'Running'", "ExecutionStatus = 'Completed'", "ExecutionStatus = 'Failed'", "ExecutionStatus != 'Running'", "ExecutionStatus IN ('Failed', 'TimedOut')",
        "WorkflowId = 'w-4711'", "RunId = 'r-4711'", "WorkflowId STARTS_WITH 'w-47'", "WorkflowId IN ('w-1', 'w-2', 'none')",
        "WorkflowType = 'A'", "WorkflowType = 'none'", "WorkflowType = 'A' AND ExecutionStatus = 'Running'", "WorkflowType = 'A' AND ExecutionStatus = 'Failed'", "TaskQueue = 'q'",
        "ConfKeyword = 'k7'", "ConfKeyword = 'none'", "ConfKeyword = 'k7' AND ExecutionStatus = 'Running'", Sorted, "ConfInt = 7", "ConfInt = 7 AND WorkflowType = 'A'", "ConfKeywordList = 'l3'",
        "ConfInt > 997", "ConfInt BETWEEN 5 AND 6", "ConfKeyword STARTS_WITH 'none'",
        "StartTime > '2026-01-01T00:00:00Z'", "StartTime BETWEEN '2026-03-01T00:00:00Z' AND '2026-03-01T01:00:00Z'", "CloseTime > '2026-06-01T00:00:00Z'",
    ];

    /// <summary>Several values of one attribute: what they find is sorted, for no index holds it in the order of lists.</summary>
    private const string Sorted = "ConfKeyword IN ('k7', 'k8')";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("many");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void Should_take_no_more_work_for_a_page_of_more_runs()
    {
        var (some, many) = (Work(5_000), Work(40_000));
        Assert.Empty(many.Keys.Where(q => many[q].Page > Bound + (q == Sorted ? many[q].Total * 50 : 0)).Select(q => $"{q}: a page takes {some[q].Page} steps of {5_000} runs, and {many[q].Page} of {40_000}"));
        Assert.Empty(many.Keys.Where(q => many[q].Count > Bound + (many[q].Total * 12)).Select(q => $"{q}: a count of {many[q].Total} takes {many[q].Count} steps"));
    }

    /// <summary>What each query costs over so many runs: steps of the SQLite machine, the same on every computer.</summary>
    private Dictionary<string, (long Page, long Count, long Total)> Work(int runs)
    {
        using var file = EngineFile.Open(Path.Combine(folder.FullName, $"{runs}.db"));
        Fill(file.Writer, runs);
        var registry = new SearchAttributeRegistry();
        registry.Load(file.Writer);
        var steps = 0L;
        using var reader = new VisibilityReader(
            () =>
            {
                var connection = file.OpenReader();
                raw.sqlite3_progress_handler(
                    connection.Handle,
                    Grain,
                    _ =>
                    {
                        steps += Grain;
                        return 0;
                    },
                    null);
                return connection;
            },
            registry);
        var costs = new Dictionary<string, (long, long, long)>();
        foreach (var query in Queries)
        {
            steps = 0;
            reader.List("default", query, 100, ByteString.Empty);
            var page = steps;
            steps = 0;
            var total = reader.Count("default", query).Total;
            costs[query] = (page, steps, total);
            output.WriteLine($"{page,8} {steps,8} steps  {total,8}  {query}");
        }

        Assert.Equal(runs, reader.Count("default", "").Total);
        return costs;
    }

    private static void Fill(SqliteConnection connection, int runs)
    {
        foreach (var (name, type) in ((string, IndexedValueType)[])[("ConfKeyword", IndexedValueType.Keyword), ("ConfInt", IndexedValueType.Int), ("ConfKeywordList", IndexedValueType.KeywordList), ("ConfText", IndexedValueType.Text)])
        {
            SearchAttributeTable.Add(connection, null, "default", name, type);
        }

        using var fill = connection.CreateCommand();
        fill.CommandText = """
            WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < $runs)
            INSERT INTO visibility (namespace, run_id, workflow_id, workflow_type, task_queue, start_time, execution_time, close_time, status, root_workflow_id, root_run_id, attributes)
            SELECT 'default', 'r-' || i, 'w-' || i, char(65 + i % 20), 'q', t, t, iif(i % 2, t + 60000000000, NULL), iif(i % 2, CASE i % 100 WHEN 1 THEN 3 WHEN 3 THEN 7 ELSE 2 END, 1), 'w-' || i, 'r-' || i,
                   json_object('ConfKeyword', 'k' || (i % 50), 'ConfInt', i % 1000, 'ConfKeywordList', json_array('l' || (i % 20), 'm' || (i % 20)), 'ConfText', iif(i % 5000, ' some words ', ' rare words '))
            FROM (SELECT i, 1767225600000000000 + i * 30000000000 AS t FROM n)
            """;
        fill.Parameters.AddWithValue("$runs", runs);
        fill.ExecuteNonQuery();
        EngineFile.Execute(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
    }
}
