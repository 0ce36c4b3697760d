using CsCheck;
using FranceTravail.Parcours.Engine.Refusals;
using FranceTravail.Parcours.Engine.Visibility.Queries;

namespace FranceTravail.Parcours.Engine.Tests.Visibility;

public sealed class When_a_query_is_refused : IDisposable
{
    private readonly VisibilityStore store = new();

    [Theory]
    [InlineData("NoSuchAttribute = 1", "invalid expression: column name 'NoSuchAttribute' is not a valid search attribute")]
    [InlineData("conf_int = 1", "invalid expression: column name 'conf_int' is not a valid search attribute")]
    [InlineData("ConfInt = ", "malformed SQL query: syntax error at position 11")]
    [InlineData("ConfText = '?!'", "invalid expression: value of ConfText holds no word: '?!'")]
    [InlineData("NOT ConfText != ' '", "invalid expression: value of ConfText holds no word: ' '")]
    [InlineData("ConfInt", "invalid expression: incomplete expression")]
    [InlineData("1 = 1", "invalid expression: must be a column name but was a literal")]
    [InlineData("COUNT(ConfInt) = 1", "invalid expression: must be a column name but was a function")]
    [InlineData("ConfInt = ConfDouble", "operation is not supported: column name on the right side of comparison expression (did you forget to quote 'ConfDouble'?)")]
    [InlineData("StartTime > now()", "operation is not supported: a function on the right side of comparison expression (now(...))")]
    [InlineData("ConfDatetime = 'yesterday'", "invalid expression: unable to parse datetime 'yesterday'")]
    [InlineData("ConfDatetime = '2020-13-01T00:00:00Z'", "invalid expression: unable to parse datetime '2020-13-01T00:00:00Z'")]
    [InlineData("ExecutionStatus = 'Sleeping'", "invalid expression: invalid ExecutionStatus value 'Sleeping'")]
    [InlineData("ExecutionStatus = 99", "invalid expression: invalid ExecutionStatus value '99'")]
    [InlineData("ExecutionDuration = 'soon'", "invalid value for search attribute ExecutionDuration: soon (invalid duration)")]
    [InlineData("ConfInt = 'abc'", "invalid value for search attribute ConfInt of type Int: 'abc'")]
    [InlineData("ConfKeyword LIKE 'a%'", "invalid expression: invalid operator 'like' in `ConfKeyword like 'a%'`")]
    [InlineData("ConfBool IS true", "invalid expression: invalid operator 'is' in `ConfBool is true`")]
    [InlineData("ConfInt = 1 ORDER BY StartTime", "operation is not supported: 'ORDER BY' clause")]
    [InlineData("ORDER BY StartTime DESC", "operation is not supported: 'ORDER BY' clause")]
    [InlineData("ConfInt = 1 LIMIT 5", "operation is not supported: 'LIMIT' clause")]
    [InlineData("ConfInt = 1 GROUP BY ExecutionStatus", "operation is not supported: 'GROUP BY' clause")]
    [InlineData("ConfInt = 1; ConfInt = 2", "malformed SQL query: syntax error at position 12 near ';'")]
    [InlineData("ConfKeyword = 'a' XOR ConfInt = 1", "malformed SQL query: syntax error at position 19 near 'XOR'")]
    [InlineData("ConfKeyword = 'unterminated", "malformed SQL query: syntax error at position 15 near ''unterminated'")]
    [InlineData("(ConfInt = 1", "malformed SQL query: syntax error at position 13")]
    [InlineData("ConfInt IN ()", "malformed SQL query: syntax error at position 13 near ')'")]
    [InlineData("ConfInt BETWEEN 1", "malformed SQL query: syntax error at position 18")]
    [InlineData("ConfInt = 1x", "malformed SQL query: syntax error at position 11 near '1x'")]
    [InlineData("ConfInt STARTS_WITH 1", "invalid expression: right-hand side of 'starts_with' must be a literal string (got: 1)")]
    [InlineData("ConfKeywordList > 'a'", "invalid expression: operator '>' not supported for KeywordList type search attribute in `ConfKeywordList > 'a'`")]
    [InlineData("ConfText > 'a'", "invalid expression: operator '>' not supported for Text type search attribute in `ConfText > 'a'`")]
    [InlineData("ConfText IN ('quick')", "invalid expression: operator 'in' not supported for Text type search attribute in `ConfText in ('quick')`")]
    [InlineData("ConfText STARTS_WITH 'q'", "invalid expression: operator 'starts_with' not supported for Text type search attribute in `ConfText starts_with 'q'`")]
    public void Should_say_what_is_wrong(string query, string message)
    {
        var refusal = Assert.Throws<Refusal>(() => store.Find(query));

        Assert.Equal(RefusalKind.InvalidArgument, refusal.Kind);
        Assert.Equal("invalid query: " + message, refusal.Message);
    }

    [Fact]
    public void Should_bound_nesting_conditions_and_values()
    {
        Assert.Throws<Refusal>(() => store.Find(string.Concat(Enumerable.Repeat("(", 100_000))));
        Assert.Throws<Refusal>(() => store.Find(string.Concat(Enumerable.Repeat("NOT ", 100_000)) + "ConfInt = 1"));
        Assert.Throws<Refusal>(() => store.Find(string.Join(" OR ", Enumerable.Repeat("ConfInt = 1", QueryParser.MaximumConditions + 1))));
        Assert.Throws<Refusal>(() => store.Find($"ConfInt IN ({string.Join(',', Enumerable.Repeat("1", QueryCompiler.MaximumValues + 1))})"));
        Assert.Throws<Refusal>(() => store.Find($"ConfText = '{string.Join(' ', Enumerable.Range(0, QueryCompiler.MaximumPhrases + 1))}'"));
    }

    [Fact]
    public void Should_carry_out_what_is_just_within_the_bounds()
    {
        var deep = new string('(', QueryParser.MaximumDepth - 1) + "ConfInt = 1" + new string(')', QueryParser.MaximumDepth - 1);

        Assert.Equal("", store.Find(deep));
        Assert.Equal("", store.Find(string.Join(" OR ", Enumerable.Repeat("NOT ConfKeywordList != 'x'", QueryParser.MaximumConditions))));
        Assert.Equal("", store.Find(string.Join(" AND ", Enumerable.Repeat($"NOT ConfText != '{string.Join(' ', Enumerable.Range(0, 8))}'", QueryParser.MaximumConditions))));
        Assert.Equal("", store.Find($"ConfText = '{string.Join(' ', Enumerable.Range(0, QueryCompiler.MaximumPhrases))}'"));
        Assert.Equal("", store.Find($"WorkflowId IN ({string.Join(',', Enumerable.Repeat("'x'", QueryCompiler.MaximumValues))})"));

        // One more is the place of the attribute.
        Assert.Equal("", store.Find($"ConfInt IN ({string.Join(',', Enumerable.Range(0, QueryCompiler.MaximumValues - 1))})"));
    }

    [Fact]
    public void Should_never_fail_in_another_way()
    {
        string[] words =
        [
            "ConfInt", "ConfKeyword", "ConfKeywordList", "ConfText", "ConfDatetime", "ConfBool", "ExecutionStatus", "`", "'", "\"", "\\", "''", "'x'", "'2020-01-01T00:00:00Z'", "1", "-1", "1.5e3", "1e999", "0x1F",
            "=", "!=", "<", ">=", "<=>", "(", ")", ",", "AND", "OR", "NOT", "IN", "BETWEEN", "IS", "NULL", "STARTS_WITH", "LIKE", "GROUP", "BY", "ORDER", "LIMIT", "true", ";", "--", "/*", "\0", "é", "😀", "f(",
        ];
        Gen.Int[0, words.Length - 1].Select(index => words[index]).Array[0, 12].Select(parts => string.Join(' ', parts)).Sample(
            query =>
            {
                try
                {
                    store.Find(query);
                }
                catch (Refusal refusal)
                {
                    Assert.StartsWith("invalid query: ", refusal.Message, StringComparison.Ordinal);
                }
            },
            iter: 3_000,
            threads: 1);
    }

    public void Dispose() => store.Dispose();
}
