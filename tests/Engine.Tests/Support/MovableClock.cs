namespace FranceTravail.Parcours.Engine.Tests.Support;

/// <summary>A clock that stands still until it is moved.</summary>
internal sealed class MovableClock : TimeProvider
{
    private DateTimeOffset now = new(2026, 11, 24, 8, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => now;

    public void Move(TimeSpan time) => now += time;
}
