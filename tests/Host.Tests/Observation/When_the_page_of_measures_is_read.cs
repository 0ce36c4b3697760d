using System.Diagnostics.Metrics;
using System.Text.RegularExpressions;
using FranceTravail.Parcours.Activities.Observation;
using FranceTravail.Parcours.Host.Observation;
using FranceTravail.Parcours.Host.Tests.Architecture;
using Xunit;

namespace FranceTravail.Parcours.Host.Tests.Observation;

/// <summary><c>docs/observation.md</c> lists each instrument with its kind, its unit and its tags, and no other.</summary>
public partial class When_the_page_of_measures_is_read
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "observation.md"));

    [Fact]
    public void Should_list_each_instrument_with_its_kind_and_unit()
    {
        var instruments = new List<Instrument>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, _) =>
            {
                if (instrument.Meter.Name == Mesures.Nom)
                {
                    instruments.Add(instrument);
                }
            },
        };
        Assert.NotNull(Mesures.Actes);
        listener.Start();
        Assert.Equal(
            instruments.Select(i => $"{i.Name} | {Genre(i)} | {i.Unit}").Order(StringComparer.Ordinal),
            Lignes().Matches(Page).Select(l => $"{l.Groups["nom"].Value} | {l.Groups["genre"].Value} | {l.Groups["unite"].Value}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Should_list_each_tag_of_spans_that_leaves() =>
        Assert.All(SansDonneesPersonnelles.Admis, tag => Assert.Contains($"`{tag}`", Page, StringComparison.Ordinal));

    private static string Genre(Instrument instrument) => instrument.GetType().Name.Split('`')[0].ToLowerInvariant();

    [GeneratedRegex(@"^\| `(?<nom>parcours\.[a-z.]+)` \| (?<genre>\w+) \| `(?<unite>[^`]+)` \|", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Lignes();
}
