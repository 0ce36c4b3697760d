namespace FranceTravail.Parcours.Engine.Matching;

/// <summary>Lets as many tasks pass in a second as were allowed, after a moment's burst. The queue holds its gate while it uses this.</summary>
internal sealed class RateLimit
{
    private double? perSecond;
    private double tokens;
    private long filled = Environment.TickCount64;

    /// <summary>Gets or sets the tasks in a second; null for any number, 0 for none at all.</summary>
    public double? PerSecond
    {
        get => perSecond;
        set
        {
            if (perSecond != value)
            {
                perSecond = value;
                tokens = value is > 0 ? 1 : 0;
                filled = Environment.TickCount64;
            }
        }
    }

    /// <summary>Whether one more may pass; it counts as passed then.</summary>
    public bool TryPass()
    {
        if (perSecond is not { } rate)
        {
            return true;
        }

        var now = Environment.TickCount64;
        tokens = Math.Min(Math.Max(rate / 10, 1), tokens + ((now - filled) * rate / 1000));
        filled = now;
        if (rate <= 0 || tokens < 1)
        {
            return false;
        }

        tokens--;
        return true;
    }

    /// <summary>When the next one may pass; null for never.</summary>
    public TimeSpan? Wait => perSecond is not { } rate ? TimeSpan.Zero : rate > 0 ? TimeSpan.FromMilliseconds(Math.Clamp((1 - tokens) * 1000 / rate, 1, 60_000)) : null;
}
