using Temporalio.Api.Enums.V1;

namespace FranceTravail.Parcours.Engine.Tests.Visibility;

public sealed class When_runs_are_queried : IDisposable
{
    private readonly VisibilityStore store = new();

    public When_runs_are_queried()
    {
        Add("a", "apple", 1, 1.5, true, "2020-01-01T00:00:00Z", "The quick brown fox", ["red", "green"]);
        Add("b", "banana", 2, 2.5, false, "2021-06-01T12:00:00.5Z", "lazy dog; quick-witted", ["green", "light blue"]);
        Add("c", "apricot", 3, -1, true, "2022-01-01T00:00:00Z", "nothing but été", ["blue"]);
        store.Write(VisibilityStore.Row("d") with { WorkflowType = "none" });
    }

    [Theory]
    [InlineData("", "a b c d")]
    [InlineData("ConfInt = 2", "b")]
    [InlineData("ConfInt != 2", "a c")]
    [InlineData("ConfInt <> 2", "a c")]
    [InlineData("ConfInt > 1", "b c")]
    [InlineData("ConfInt >= 2", "b c")]
    [InlineData("ConfInt < 2", "a")]
    [InlineData("ConfInt <= 2", "a b")]
    [InlineData("ConfInt IN (1, 3)", "a c")]
    [InlineData("ConfInt NOT IN (1, 3)", "b")]
    [InlineData("ConfInt BETWEEN 2 AND 3", "b c")]
    [InlineData("ConfInt NOT BETWEEN 2 AND 3", "a")]
    [InlineData("ConfInt IS NULL", "d")]
    [InlineData("ConfInt IS NOT NULL", "a b c")]
    [InlineData("ConfDouble > 1", "a b")]
    [InlineData("ConfDouble = -1", "c")]
    [InlineData("ConfDouble BETWEEN 1.5 AND 2.5", "a b")]
    [InlineData("ConfBool = true", "a c")]
    [InlineData("ConfBool = false", "b")]
    [InlineData("ConfBool != true", "b")]
    [InlineData("ConfBool IS NULL", "d")]
    [InlineData("ConfDatetime = '2020-01-01T01:00:00+01:00'", "a")]
    [InlineData("ConfDatetime > '2021-01-01T00:00:00Z'", "b c")]
    [InlineData("ConfDatetime BETWEEN '2020-01-01T00:00:00Z' AND '2021-12-31T00:00:00Z'", "a b")]
    [InlineData("ConfDatetime < '2020-01-01T01:30:00+01:00'", "a")]
    [InlineData("ConfDatetime > 1577836800000000001", "b c")]
    [InlineData("ConfDatetime >= '2021-06-01T12:00:00.500000001Z'", "c")]
    [InlineData("WorkflowType = 'apple'", "a")]
    [InlineData("WorkflowType != 'apple'", "b c d")]
    [InlineData("WorkflowType = 'Apple'", "")]
    [InlineData("WorkflowType STARTS_WITH 'ap'", "a c")]
    [InlineData("WorkflowType NOT STARTS_WITH 'ap'", "b d")]
    [InlineData("WorkflowType STARTS_WITH 'a%'", "")]
    [InlineData("WorkflowType IN ('apple', 'banana')", "a b")]
    [InlineData("WorkflowType > 'apricot'", "b d")]
    [InlineData("WorkflowType BETWEEN 'apple' AND 'apricot'", "a c")]
    [InlineData("ConfKeyword = 'it''s a' OR ConfKeyword = 'it\\'s b'", "a b")]
    [InlineData("ConfInt = 1 OR ConfInt = 2 AND ConfBool = true", "a")]
    [InlineData("(ConfInt = 1 OR ConfInt = 2) AND ConfBool = true", "a")]
    [InlineData("NOT ConfInt = 1", "b c")]
    [InlineData("NOT (ConfInt = 1 OR ConfInt = 2)", "c")]
    [InlineData("`ConfInt` = 1", "a")]
    [InlineData("WorkflowType = \"banana\"", "b")]
    [InlineData("WorkflowType starts_with 'ban'", "b")]
    [InlineData("ConfInt > 1 and ConfInt < 3", "b")]
    [InlineData("ExecutionStatus = 'Running'", "a b c d")]
    [InlineData("ExecutionStatus = 1", "a b c d")]
    [InlineData("ExecutionStatus != 'Running'", "")]
    [InlineData("WorkflowId = 'a' AND RunId = 'run-of-a'", "a")]
    public void Should_find_those_that_match(string query, string expected) => Assert.Equal(expected, store.Find(query));

    [Theory]
    [InlineData("ConfText = 'quick'", "a b")]
    [InlineData("ConfText = 'QUICK'", "a b")]
    [InlineData("ConfText = 'fox dog'", "a b")]
    [InlineData("ConfText != 'quick'", "c d")]
    [InlineData("ConfText = 'quick-witted'", "b")]
    [InlineData("ConfText = 'brown-quick'", "")]
    [InlineData("ConfText = 'dog/QUICK nothing'", "b c")]
    [InlineData("ConfText = 'ete'", "c")]
    [InlineData("ConfText IS NULL", "d")]
    [InlineData("ConfText IS NOT NULL", "a b c")]
    public void Should_match_a_text_by_words(string query, string expected) => Assert.Equal(expected, store.Find(query));

    [Theory]
    [InlineData("ConfKeywordList = 'green'", "a b")]
    [InlineData("ConfKeywordList != 'green'", "c d")]
    [InlineData("ConfKeywordList IN ('red', 'blue')", "a c")]
    [InlineData("ConfKeywordList NOT IN ('red', 'blue')", "b d")]
    [InlineData("ConfKeywordList = 'light blue'", "b")]
    [InlineData("ConfKeywordList = 'light'", "")]
    [InlineData("ConfKeywordList IS NULL", "d")]
    public void Should_match_a_list_by_element(string query, string expected) => Assert.Equal(expected, store.Find(query));

    [Theory]
    [InlineData("CloseTime IS NOT NULL", "closed")]
    [InlineData("ExecutionStatus IN ('Failed', 'TimedOut')", "closed")]
    [InlineData("ExecutionDuration > '1m'", "closed")]
    [InlineData("ExecutionDuration = '00:01:30'", "closed")]
    [InlineData("ExecutionDuration BETWEEN '1m29s' AND 90000000000", "closed")]
    [InlineData("ExecutionDuration < '1d'", "closed")]
    [InlineData("HistoryLength = 7 AND StateTransitionCount = 9", "closed")]
    [InlineData("HistoryLength != 8", "closed")]
    [InlineData("ParentWorkflowId IS NOT NULL", "closed")]
    [InlineData("RootWorkflowId = 'root'", "closed")]
    public void Should_know_what_only_the_close_tells(string query, string expected)
    {
        store.Write(VisibilityStore.Row("closed") with
        {
            CloseTime = VisibilityStore.Noon.AddSeconds(90),
            Status = WorkflowExecutionStatus.Failed,
            HistoryLength = 7,
            StateTransitionCount = 9,
            ExecutionDuration = TimeSpan.FromSeconds(90),
            ParentWorkflowId = "root",
            ParentRunId = "run",
            RootWorkflowId = "root",
        });

        Assert.Equal(expected, store.Find(query));
    }

    [Fact]
    public void Should_hide_rows_of_a_division_unless_the_query_names_it()
    {
        store.Write(VisibilityStore.Row("schedule", VisibilityStore.Attributes(("TemporalNamespaceDivision", "TemporalScheduler"))));

        Assert.Equal("a b c d", store.Find(""));
        Assert.Equal("schedule", store.Find("TemporalNamespaceDivision = 'TemporalScheduler'"));
        Assert.Equal("schedule", store.Find("NamespaceDivision IS NOT NULL"));
    }

    [Fact]
    public void Should_take_names_with_and_without_the_prefix_of_Temporal()
    {
        store.Write(VisibilityStore.Row("patched", VisibilityStore.Attributes(("TemporalChangeVersion", (string[])["one-1"]))));

        Assert.Equal("patched", store.Find("ChangeVersion = 'one-1'"));
        Assert.Equal("a", store.Find("TemporalConfInt = 1"));
    }

    [Fact]
    public void Should_find_a_schedule_by_its_id()
    {
        store.Write(VisibilityStore.Row("temporal-sys-scheduler:nightly"));

        Assert.Equal("temporal-sys-scheduler:nightly", store.Find("ScheduleId = 'nightly'"));
    }

    [Fact]
    public void Should_see_what_an_upsert_changed_and_forget_what_was_deleted()
    {
        store.Write(VisibilityStore.Row("a", VisibilityStore.Attributes(("ConfInt", 9), ("ConfBool", null))));
        store.Delete("b");

        Assert.Equal("a", store.Find("ConfInt = 9 AND ConfBool IS NULL"));
        Assert.Equal("a c d", store.Find(""));
    }

    public void Dispose() => store.Dispose();

    private void Add(string id, string type, int number, double real, bool flag, string date, string text, string[] list) =>
        store.Write(VisibilityStore.Row(id) with
        {
            WorkflowType = type,
            SearchAttributes = VisibilityStore.Attributes(
                ("ConfKeyword", $"it's {id}"), ("ConfInt", number), ("ConfDouble", real), ("ConfBool", flag), ("ConfDatetime", date), ("ConfText", text), ("ConfKeywordList", list)),
        });
}
