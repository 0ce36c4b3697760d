namespace FranceTravail.Parcours.Engine.Clock;

/// <summary>
/// The engine's time, for the whole process: pages, tokens, letters and workflows agree on it. A real clock is the system's, but it
/// never goes back: when the system's is set back, it runs at half its rate until that has caught up. A virtual one runs at the
/// system's rate from where it was set, and can be moved forward.
/// </summary>
internal sealed class EngineClock(bool isVirtual, DateTimeOffset start, TimeProvider? system = null) : TimeProvider
{
    private readonly TimeProvider system = system ?? TimeProvider.System;
    private readonly long origin = (system ?? TimeProvider.System).GetTimestamp();
    private readonly Lock gate = new();
    private long offset;
    private DateTimeOffset last;
    private long lastStamp = (system ?? TimeProvider.System).GetTimestamp();

    public bool IsVirtual => isVirtual;

    public override DateTimeOffset GetUtcNow() => isVirtual
        ? start + system.GetElapsedTime(origin) + TimeSpan.FromTicks(Interlocked.Read(ref offset))
        : NeverBack();

    /// <summary>Moves a virtual clock forward to a moment; it never goes back.</summary>
    public void MoveTo(DateTimeOffset moment)
    {
        if (!isVirtual)
        {
            throw new InvalidOperationException("A real clock cannot be moved.");
        }

        var ahead = moment - GetUtcNow();
        if (ahead > TimeSpan.Zero)
        {
            Interlocked.Add(ref offset, ahead.Ticks);
        }
    }

    private DateTimeOffset NeverBack()
    {
        lock (gate)
        {
            var stamp = system.GetTimestamp();
            var now = system.GetUtcNow();
            var atHalfRate = last + (system.GetElapsedTime(lastStamp, stamp) / 2);
            last = now >= atHalfRate ? now : atHalfRate;
            lastStamp = stamp;
            return last;
        }
    }
}
