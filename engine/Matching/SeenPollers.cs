namespace FranceTravail.Parcours.Engine.Matching;

/// <summary>Those who polled a queue in the last minutes. The queue holds its gate while it uses this.</summary>
internal sealed class SeenPollers
{
    private static readonly TimeSpan Lately = TimeSpan.FromMinutes(5);

    private readonly Dictionary<string, SeenPoller> seen = [];
    private DateTimeOffset nextSweep;

    public IReadOnlyList<SeenPoller> All => [.. seen.Values];

    public void Note(Poller poller)
    {
        seen[poller.Identity] = new SeenPoller(poller.Identity, poller.Arrived, poller.Traits);
        if (poller.Arrived >= nextSweep)
        {
            nextSweep = poller.Arrived + Lately;
            foreach (var gone in seen.Values.Where(s => poller.Arrived - s.At > Lately).ToList())
            {
                seen.Remove(gone.Identity);
            }
        }
    }
}
