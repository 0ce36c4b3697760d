namespace FranceTravail.Parcours.Engine.Clock;

/// <summary>
/// The engine's time, for the whole process: pages, tokens, letters and workflows agree on it. A real clock is the system's;
/// a virtual one runs at the same rate from where it was set, and can be moved forward.
/// </summary>
internal sealed class EngineClock(bool isVirtual, DateTimeOffset start) : TimeProvider
{
    private readonly long origin = TimeProvider.System.GetTimestamp();
    private long offset;

    public bool IsVirtual => isVirtual;

    public override DateTimeOffset GetUtcNow() => isVirtual
        ? start + TimeProvider.System.GetElapsedTime(origin) + TimeSpan.FromTicks(Interlocked.Read(ref offset))
        : TimeProvider.System.GetUtcNow();

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
}
