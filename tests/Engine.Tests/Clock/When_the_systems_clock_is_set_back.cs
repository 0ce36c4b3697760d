using FranceTravail.Parcours.Engine.Clock;

namespace FranceTravail.Parcours.Engine.Tests.Clock;

public sealed class When_the_systems_clock_is_set_back
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Should_go_on_at_half_its_rate_until_the_system_has_caught_up()
    {
        var system = new SystemClock { Now = Noon };
        var clock = new EngineClock(isVirtual: false, default, system);
        Assert.Equal(Noon, clock.GetUtcNow());

        system.Now -= TimeSpan.FromHours(1);
        Assert.Equal(Noon, clock.GetUtcNow());
        system.Pass(TimeSpan.FromHours(1));
        Assert.Equal(Noon.AddMinutes(30), clock.GetUtcNow());

        system.Pass(TimeSpan.FromHours(2));
        Assert.Equal(Noon.AddHours(2), clock.GetUtcNow());
    }

    private sealed class SystemClock : TimeProvider
    {
        private long passed;

        public DateTimeOffset Now { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public void Pass(TimeSpan time)
        {
            Now += time;
            passed += time.Ticks;
        }

        public override DateTimeOffset GetUtcNow() => Now;

        public override long GetTimestamp() => passed;
    }
}
