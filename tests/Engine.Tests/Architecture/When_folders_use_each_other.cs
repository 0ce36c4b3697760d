using ArchUnitNET.Loader;

namespace FranceTravail.Parcours.Engine.Tests.Architecture;

public sealed class When_folders_use_each_other
{
    private const string Engine = "FranceTravail.Parcours.Engine.";

    /// <summary>What the heart is made of, beside itself.</summary>
    private static readonly string[] OfTheHeart =
    [
        "System.", "Temporalio.Api.", "Google.Protobuf.", "Cronos.", "NodaTime.", Engine + "Runs.", Engine + "Refusals.", Engine + "Attributes.", Engine + "Messages.", Engine + "EngineLimits",
    ];

    private static readonly ArchUnitNET.Domain.Architecture Loaded = new ArchLoader().LoadAssemblies(typeof(EngineServer).Assembly).Build();

    [Fact]
    public void Should_go_one_way_only()
    {
        var uses = Uses().Where(u => u.From.Length > 0 && u.To.Length > 0 && u.From != u.To).Select(u => (u.From, u.To)).Distinct().ToLookup(u => u.From, u => u.To);
        var cycles = uses.SelectMany(from => from.Select(to => (From: from.Key, To: to))).Where(edge => Reaches(edge.To, edge.From, [])).Select(edge => $"{edge.From} and {edge.To}");
        Assert.Empty(cycles);

        bool Reaches(string from, string to, HashSet<string> seen) => from == to || (seen.Add(from) && uses[from].Any(next => Reaches(next, to, seen)));
    }

    [Fact]
    public void Should_leave_the_heart_to_itself()
    {
        var strange = Uses().Where(u => u.From == "Runs" && !u.Target.Contains("::", StringComparison.Ordinal) && !OfTheHeart.Any(own => u.Target.StartsWith(own, StringComparison.Ordinal))).Select(u => $"{u.Origin} uses {u.Target}").Distinct();
        Assert.True(!strange.Any(), string.Join(Environment.NewLine, strange));
    }

    [Fact]
    public void Should_keep_what_is_of_the_wire_at_the_edge()
    {
        var strange = Uses().Where(u => u.From is not ("Protocol" or "") && (u.Target.StartsWith("Grpc.", StringComparison.Ordinal) || u.Target.StartsWith("Microsoft.AspNetCore.", StringComparison.Ordinal)));
        Assert.Empty(strange.Select(u => $"{u.Origin} uses {u.Target}").Distinct());
    }

    private static IEnumerable<(string Origin, string Target, string From, string To)> Uses() => Loaded.Types
        .Where(type => type.FullName.StartsWith(Engine, StringComparison.Ordinal))
        .SelectMany(type => type.Dependencies)
        .Select(d => (d.Origin.FullName, d.Target.FullName, Folder(d.Origin.FullName), Folder(d.Target.FullName)));

    /// <summary>The first folder of a type; empty for what puts all of them together, and for others' types.</summary>
    private static string Folder(string type) =>
        type.StartsWith(Engine, StringComparison.Ordinal) && type[Engine.Length..].Split('.') is [var folder, _, ..] ? folder : "";
}
