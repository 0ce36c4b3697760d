namespace FranceTravail.Parcours.Engine.Runs.Schedules.Spec;

/// <summary>A time zone, between moments and what its clocks show then, both in whole seconds from 1970.</summary>
internal sealed class Zone(TimeZoneInfo zone)
{
    /// <summary>The zone of an IANA name; an empty one is UTC. Null when there is none.</summary>
    public static Zone? Find(string name) =>
        name.Length == 0 ? new Zone(TimeZoneInfo.Utc)
        : TimeZoneInfo.TryFindSystemTimeZoneById(name, out var found) && found.HasIanaId ? new Zone(found)
        : null;

    /// <summary>What clocks show at a moment.</summary>
    public long Wall(long moment) => moment + Offset(moment);

    /// <summary>
    /// A moment when clocks show that; there may be none, or two. The offset is taken as if clocks ran on UTC and then corrected once,
    /// as the standard library of Go does: the answer of a Temporal service hangs on which of two moments is taken.
    /// </summary>
    public long Moment(long wall) => wall - Offset(wall - Offset(wall));

    private long Offset(long moment) => (long)zone.GetUtcOffset(DateTimeOffset.FromUnixTimeSeconds(moment)).TotalSeconds;
}
