using CsCheck;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;

namespace FranceTravail.Parcours.Engine.Tests.Visibility;

public sealed class When_an_index_answers
{
    private static readonly string[] Conditions =
    [
        "ConfKeyword = 'k1'", "ConfInt = 2", "ConfBool = true", "ConfKeywordList = 'a'", "ConfDouble = 1.5", "ConfDatetime = '2026-01-05T12:00:00Z'", "ExecutionStatus = 'Running'", "ExecutionStatus != 'Completed'",
        "ConfKeyword = 'k1' AND ExecutionStatus = 'Completed'", "WorkflowType = 'Hand' AND ConfInt = 1", "ConfKeyword = ' k'",
        "ConfInt > 0", "ConfInt BETWEEN 1 AND 2", "ConfInt >= 1 AND ExecutionStatus = 'Running'", "ConfInt IN (0, 2)", "ConfDouble < 2", "ConfDatetime >= '2026-01-01T00:00:00Z'", "ConfKeyword IN ('k1', 'k2', '')", "ConfKeyword STARTS_WITH 'k'",
        "ConfKeyword STARTS_WITH ' '", "ConfKeyword STARTS_WITH ''", "ConfKeyword > ' '", "ConfKeyword != 'k1'", "ConfKeyword NOT IN ('k1', 'k2')", "ConfKeywordList IN ('a', 'b')", "ConfKeywordList IN ('a', 'c') AND CloseTime IS NULL", "ConfKeywordList != 'a'", "ConfInt IS NULL",
        "ConfKeyword = 'k1' AND CloseTime > '2026-01-05T18:30:00Z'", "CloseTime > '2026-01-05T18:30:00Z'", "CloseTime >= '2026-01-05T19:00:00Z'", "CloseTime < '2026-01-05T19:00:00Z'", "CloseTime <= '2026-01-05T19:00:00Z'", "CloseTime = '2026-01-05T19:00:00Z'",
        "CloseTime BETWEEN '2026-01-05T18:00:00Z' AND '2026-01-05T19:00:00Z'", "CloseTime NOT BETWEEN '2026-01-05T18:00:00Z' AND '2026-01-05T19:00:00Z'", "CloseTime != '2026-01-05T19:00:00Z'", "CloseTime IN ('2026-01-05T19:00:00Z')", "CloseTime IS NULL", "CloseTime IS NOT NULL",
        "NOT CloseTime > '2026-01-05T18:30:00Z'", "ExecutionStatus IN ('Failed', 'Completed')", "ExecutionStatus IN ('Running', 'Failed')", "ExecutionStatus NOT IN ('Running')", "ExecutionStatus NOT IN ('Failed')", "ExecutionStatus != 'Running'", "ExecutionStatus != 'Failed' AND WorkflowType = 'Hand'",
        "StartTime > '2026-01-05T12:02:00Z'", "StartTime BETWEEN '2026-01-05T12:01:00Z' AND '2026-01-05T12:02:00Z' AND ConfInt > 0", "TaskQueue = 'q' AND CloseTime IS NULL",
        "(ConfInt > 0 AND CloseTime > '2026-01-05T18:30:00Z') AND ExecutionStatus != 'Failed'", "WorkflowType = 'Hand' AND (ConfKeyword = 'k1' AND (ExecutionStatus = 'Running' AND ConfInt = 1))",
    ];

    [Fact]
    public void Should_find_and_count_the_same_as_by_reading_every_row() => Gen.Int[0, 9].Array[1, 40].Sample(
        steps =>
        {
            using var store = new VisibilityStore();
            for (var n = 0; n < steps.Length; n++)
            {
                Step(store, steps[n], n);
            }

            foreach (var condition in Conditions)
            {
                // In this form no index of values or kept count can be used.
                var plain = $"({condition} OR {condition})";
                var found = store.Find(plain);
                Assert.Equal(found, store.Find(condition));
                var count = found.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
                Assert.Equal(count, store.Reader.Count(VisibilityStore.Namespace, condition).Total);
                Assert.Equal(count, store.Reader.Count(VisibilityStore.Namespace, $"{condition} GROUP BY ExecutionStatus").Total);
            }

            Assert.Equal(
                store.Find("").Split(' ', StringSplitOptions.RemoveEmptyEntries).Length,
                store.Reader.Count(VisibilityStore.Namespace, "").Total);
        },
        iter: 40);

    [Fact]
    public void Should_page_through_all_that_have_a_value()
    {
        using var store = new VisibilityStore();
        for (var n = 0; n < 25; n++)
        {
            store.Write(VisibilityStore.Row($"w{n:d2}", Attributes(1)) with { StartTime = VisibilityStore.Noon.AddSeconds(n % 3) });
        }

        var (seen, token) = (new List<string>(), Google.Protobuf.ByteString.Empty);
        do
        {
            var page = store.Reader.List(VisibilityStore.Namespace, "ConfInt = 1", 4, token);
            seen.AddRange(page.Executions.Select(e => e.Execution.WorkflowId));
            token = page.NextPageToken;
        }
        while (!token.IsEmpty);
        Assert.Equal(25, seen.Distinct().Count());
        Assert.Equal(25, seen.Count);
    }

    private static void Step(VisibilityStore store, int step, int n)
    {
        var row = VisibilityStore.Row($"w{n % 6}", Attributes(step)) with { StartTime = VisibilityStore.Noon.AddMinutes(n % 6) };
        switch (step)
        {
            case 9: store.Delete(row.WorkflowId); break;
            case >= 6: store.Write(row with { CloseTime = VisibilityStore.Noon.AddHours(step), Status = step == 8 ? WorkflowExecutionStatus.Failed : WorkflowExecutionStatus.Completed }); break;
            case 5: store.Write(row with { SearchAttributes = null }); break;
            default: store.Write(row); break;
        }
    }

    private static SearchAttributes Attributes(int n) => VisibilityStore.Attributes(
        ("ConfKeyword", n == 4 ? " k" : n == 3 ? new string('k', 300) : $"k{n % 3}"), ("ConfInt", n % 3), ("ConfBool", n % 2 == 0), ("ConfKeywordList", n % 2 == 0 ? (string[])["a", "b"] : ["c"]), ("ConfDouble", 1.5), ("ConfDatetime", "2026-01-05T12:00:00Z"));
}
