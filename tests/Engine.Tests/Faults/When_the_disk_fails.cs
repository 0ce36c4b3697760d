namespace FranceTravail.Parcours.Engine.Tests.Faults;

/// <summary>At every place of every kind of transaction: what was acknowledged is there, what was refused is not, and the engine goes on.</summary>
public sealed class When_the_disk_fails(ITestOutputHelper output)
{
    private static readonly DiskFault[] Ways = [DiskFault.Before, DiskFault.After, DiskFault.Torn, DiskFault.Full, DiskFault.PowerCut];

    public static TheoryData<string> Deeds => [.. Deed.All.Select(d => d.Name)];

    [Theory]
    [MemberData(nameof(Deeds))]
    public Task Should_keep_all_of_a_transaction_or_nothing(string deed) => PassAsync(deed, (at, way) => (at + way) % 5 == 0);

    [Theory(Explicit = true)]
    [MemberData(nameof(Deeds))]
    public Task Should_keep_all_of_a_transaction_or_nothing_at_every_place_and_in_every_way(string deed) => PassAsync(deed, (_, _) => true);

    private async Task PassAsync(string deed, Func<int, int, bool> isTried)
    {
        using var bench = new FaultBench(Deed.All.Single(d => d.Name == deed));
        var points = 0;
        for (var at = 1; at <= bench.Operations; at++)
        {
            for (var way = 0; way < Ways.Length; way++)
            {
                if (isTried(at, way))
                {
                    await bench.PassAsync(at, Ways[way]);
                    points++;
                }
            }
        }

        output.WriteLine($"{deed}: {bench.Operations} operations, {points} points passed");
    }
}
