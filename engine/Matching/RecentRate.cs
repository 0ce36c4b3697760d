namespace FranceTravail.Parcours.Engine.Matching;

/// <summary>How often something happened, on the average of the last half minute.</summary>
internal sealed class RecentRate
{
    private const int Seconds = 30;

    private readonly int[] counts = new int[Seconds];
    private long last = Environment.TickCount64 / 1000;

    /// <summary>Gets the times in a second.</summary>
    public double PerSecond
    {
        get
        {
            Advance();
            return counts.Sum() / (double)Seconds;
        }
    }

    public void Count()
    {
        Advance();
        counts[last % Seconds]++;
    }

    private void Advance()
    {
        var now = Environment.TickCount64 / 1000;
        if (now - last >= Seconds)
        {
            Array.Clear(counts);
        }
        else
        {
            for (var second = last + 1; second <= now; second++)
            {
                counts[second % Seconds] = 0;
            }
        }

        last = now;
    }
}
