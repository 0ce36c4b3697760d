using FranceTravail.Parcours.Engine.Attributes;
using FranceTravail.Parcours.Engine.Refusals;
using Temporalio.Api.Enums.V1;

namespace FranceTravail.Parcours.Engine.Tests.Visibility;

public sealed class When_search_attributes_are_administered : IDisposable
{
    private readonly VisibilityStore store = new();

    [Fact]
    public void Should_add_new_ones_only_and_keep_the_type_of_old_ones()
    {
        var added = SearchAttributeAdministration.ToAdd(store.Types, Asked(("New", IndexedValueType.Keyword), ("ConfInt", IndexedValueType.Text)));

        Assert.Equal([("New", IndexedValueType.Keyword)], added);
    }

    [Theory]
    [InlineData("WorkflowId", IndexedValueType.Keyword, "Search attribute WorkflowId is reserved by system.")]
    [InlineData("TemporalChangeVersion", IndexedValueType.Keyword, "Search attribute TemporalChangeVersion is reserved by system.")]
    [InlineData("New", IndexedValueType.Unspecified, "Unable to create search attributes: cannot have more than 0 search attribute of type Unspecified.")]
    [InlineData("a\"b", IndexedValueType.Keyword, "Unable to create search attributes: 'a\"b' is not a valid name.")]
    public void Should_refuse_to_add_reserved_names_and_unknown_types(string name, IndexedValueType type, string message)
    {
        var refusal = Assert.Throws<Refusal>(() => SearchAttributeAdministration.ToAdd(store.Types, Asked((name, type))));

        Assert.Equal(message, refusal.Message);
    }

    [Fact]
    public void Should_remove_custom_ones_only()
    {
        Assert.Equal(["ConfInt"], SearchAttributeAdministration.ToRemove(store.Types, ["ConfInt", "Unknown"]));
        var refusal = Assert.Throws<Refusal>(() => SearchAttributeAdministration.ToRemove(store.Types, ["ConfInt", "WorkflowId"]));
        Assert.Equal("Unable to remove non-custom search attributes: WorkflowId.", refusal.Message);
    }

    [Fact]
    public void Should_refuse_empty_requests()
    {
        Assert.Equal("SearchAttributes are not set on request.", Assert.Throws<Refusal>(() => SearchAttributeAdministration.ToAdd(store.Types, Asked())).Message);
        Assert.Equal("SearchAttributes are not set on request.", Assert.Throws<Refusal>(() => SearchAttributeAdministration.ToRemove(store.Types, [])).Message);
    }

    [Fact]
    public void Should_know_after_a_load_what_was_written()
    {
        SearchAttributeTable.Add(store.Connection, null, "other", "Mine", IndexedValueType.Bool);
        SearchAttributeTable.Remove(store.Connection, null, VisibilityStore.Namespace, "ConfInt");
        store.Registry.Load(store.Connection);

        Assert.Equal(IndexedValueType.Bool, store.Registry.TypesOf("other").Custom["Mine"]);
        Assert.DoesNotContain("ConfInt", store.Types.Custom.Keys);
        Assert.Empty(store.Registry.TypesOf("none").Custom);
    }

    public void Dispose() => store.Dispose();

    private static IEnumerable<KeyValuePair<string, IndexedValueType>> Asked(params (string Name, IndexedValueType Type)[] attributes) =>
        attributes.Select(attribute => KeyValuePair.Create(attribute.Name, attribute.Type));
}
