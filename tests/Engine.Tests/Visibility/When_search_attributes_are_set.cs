using FranceTravail.Parcours.Engine.Attributes;
using Google.Protobuf;
using Temporalio.Api.Common.V1;

namespace FranceTravail.Parcours.Engine.Tests.Visibility;

public sealed class When_search_attributes_are_set : IDisposable
{
    private static readonly Payload Nothing = new() { Metadata = { ["encoding"] = ByteString.CopyFromUtf8("binary/null") } };
    private readonly VisibilityStore store = new();

    public static TheoryData<string, object?, string> Refused => new()
    {
        { "NoSuchAttribute", "x", "Namespace default has no mapping defined for search attribute NoSuchAttribute" },
        { "WorkflowId", "x", "WorkflowId attribute can't be set in SearchAttributes" },
        { "ExecutionStatus", "Running", "ExecutionStatus attribute can't be set in SearchAttributes" },
        { "StartTime", "2020-01-01T00:00:00Z", "StartTime attribute can't be set in SearchAttributes" },
        { "ConfInt", "x", "invalid value for search attribute ConfInt of type Int: x" },
        { "ConfInt", 1.5, "invalid value for search attribute ConfInt of type Int: 1.5" },
        { "ConfBool", "true", "invalid value for search attribute ConfBool of type Bool: true" },
        { "ConfDatetime", "soon", "invalid value for search attribute ConfDatetime of type Datetime: soon" },
        { "ConfKeyword", 5, "invalid value for search attribute ConfKeyword of type Keyword: 5" },
        { "ConfKeyword", (string[])["a", "b"], "invalid value for search attribute ConfKeyword of type Keyword: [a b]" },
        { "ConfKeywordList", "one", "invalid value for search attribute ConfKeywordList of type KeywordList: one" },
        { "ConfKeywordList", (int[])[1, 2], "invalid value for search attribute ConfKeywordList of type KeywordList: [1 2]" },
        { "ConfKeyword", new Dictionary<string, int> { ["b"] = 2, ["a"] = 1 }, "invalid value for search attribute ConfKeyword of type Keyword: map[a:1 b:2]" },
        { "ConfKeyword", new string('x', 3000), "search attribute ConfKeyword value size 3002 exceeds size limit 2048" },
        { "TemporalChangeVersion", "one", "invalid value for search attribute TemporalChangeVersion of type KeywordList: one" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Should_refuse_unknown_names_system_names_and_values_of_another_type(string name, object? value, string message) =>
        Assert.Equal(message, SearchAttributeValidator.Validate(VisibilityStore.Attributes((name, value)), store.Types));

    [Fact]
    public void Should_accept_every_type_a_list_of_one_for_a_keyword_and_predefined_names()
    {
        Assert.Null(SearchAttributeValidator.Validate(
            VisibilityStore.Attributes(
                ("ConfKeyword", (string[])["only"]), ("ConfText", ""), ("ConfInt", long.MinValue), ("ConfDouble", 5), ("ConfBool", null), ("ConfDatetime", "2020-01-01T00:00:00.123456789+01:00"),
                ("ConfKeywordList", Array.Empty<string>()), ("TemporalChangeVersion", (string[])["a-1"]), ("TemporalSchedulePaused", Nothing)),
            store.Types));
        Assert.Null(SearchAttributeValidator.Validate(null, store.Types));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("\"\\ud800\"")]
    [InlineData("[[1]]")]
    public void Should_refuse_what_is_not_a_value_at_all(string json)
    {
        var payload = VisibilityStore.Json("");
        payload.Data = ByteString.CopyFromUtf8(json);

        Assert.StartsWith("invalid value for search attribute ConfKeyword of type Keyword: ", SearchAttributeValidator.Validate(VisibilityStore.Attributes(("ConfKeyword", payload)), store.Types), StringComparison.Ordinal);
    }

    [Fact]
    public void Should_bound_their_number_and_their_size()
    {
        var many = new SearchAttributes();
        for (var number = 0; number <= SearchAttributeValidator.MaximumCount; number++)
        {
            many.IndexedFields[$"A{number}"] = VisibilityStore.Json("x");
        }

        Assert.Equal("number of search attributes 101 exceeds limit 100", SearchAttributeValidator.Validate(many, store.Types));
    }

    [Fact]
    public void Should_carry_their_type_into_event_one_and_leave_out_what_is_unset()
    {
        var started = SearchAttributeNormalization.ForStart(VisibilityStore.Attributes(("ConfInt", 1), ("ConfBool", null), ("ConfKeyword", Nothing), ("ConfKeywordList", Array.Empty<string>())), store.Types);

        Assert.Equal(["ConfBool:Bool", "ConfInt:Int"], Shown(started!));
        Assert.Null(SearchAttributeNormalization.ForStart(VisibilityStore.Attributes(("ConfKeyword", Nothing)), store.Types));
    }

    [Fact]
    public void Should_keep_unset_ones_in_the_event_of_an_upsert_and_drop_them_from_the_state()
    {
        var state = SearchAttributeNormalization.ForStart(VisibilityStore.Attributes(("ConfKeyword", "k"), ("ConfInt", 1), ("ConfDouble", 1.5)), store.Types);
        var removal = new Payload { Metadata = { ["type"] = ByteString.CopyFromUtf8("Keyword") } };

        var upserted = SearchAttributeNormalization.ForUpsert(VisibilityStore.Attributes(("ConfInt", 2), ("ConfDouble", Nothing), ("ConfKeyword", removal), ("ConfBool", null)), store.Types);

        Assert.Equal(["ConfBool:Bool", "ConfDouble:Double", "ConfInt:Int", "ConfKeyword:Keyword"], Shown(upserted));
        Assert.Equal(["ConfBool:Bool", "ConfInt:Int"], Shown(SearchAttributeNormalization.Merge(state, upserted)!));
    }

    public void Dispose() => store.Dispose();

    private static IEnumerable<string> Shown(SearchAttributes attributes) =>
        attributes.IndexedFields.Select(field => $"{field.Key}:{field.Value.Metadata["type"].ToStringUtf8()}").Order(StringComparer.Ordinal);
}
