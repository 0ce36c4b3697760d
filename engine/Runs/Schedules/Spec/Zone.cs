using NodaTime;

namespace FranceTravail.Parcours.Engine.Runs.Schedules.Spec;

/// <summary>A time zone, between moments and what its clocks show then, both in whole seconds from 1970.</summary>
/// <remarks>Its rules are those that Noda Time brings along, the same on every machine, and not those that the system has or lacks.</remarks>
internal sealed class Zone(DateTimeZone zone)
{
    /// <summary>Coordinated universal time.</summary>
    public static readonly Zone Utc = new(DateTimeZone.Utc);

    /// <summary>The zone of an IANA name; an empty one is UTC. Null when there is none.</summary>
    public static Zone? Find(string name) =>
        name.Length == 0 ? Utc
        : DateTimeZoneProviders.Tzdb.GetZoneOrNull(name) is { } found ? new Zone(found)
        : null;

    /// <summary>What clocks show at a moment.</summary>
    public long Wall(long moment) => moment + Offset(moment);

    /// <summary>
    /// A moment when clocks show that; there may be none, or two. The offset is taken as if clocks ran on UTC and then corrected once,
    /// as the standard library of Go does: the answer of a Temporal service hangs on which of two moments is taken.
    /// </summary>
    public long Moment(long wall) => wall - Offset(wall - Offset(wall));

    private long Offset(long moment) => zone.GetUtcOffset(Instant.FromUnixTimeSeconds(moment)).Seconds;
}
