namespace FranceTravail.Parcours.Engine.Tests.Support;

/// <summary>A clock that stands still until it is moved; so does the count of what has passed.</summary>
internal sealed class MovableClock : TimeProvider
{
    private DateTimeOffset now = new(2026, 11, 24, 8, 0, 0, TimeSpan.Zero);
    private long passed;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => now;

    public override long GetTimestamp() => passed;

    /// <summary>Time passes; or the clock is set, when nothing passes.</summary>
    public void Move(TimeSpan time) => now += time;

    public void Pass(TimeSpan time)
    {
        now += time;
        passed += time.Ticks;
    }
}
