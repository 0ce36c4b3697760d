namespace FranceTravail.Parcours.Engine.Runs.Schedules.Spec;

/// <summary>Walks over what the clocks of a zone show, from field to field.</summary>
/// <remarks>
/// A time that clocks show twice is found as a Temporal service finds it. Walking on by minutes or seconds out of an hour that is
/// followed by more than an hour, the same hour is walked through again, an hour later; jumps by hours and days take the moment that
/// <see cref="Zone.Moment"/> gives. So it comes that east of Greenwich the hour before the one shown twice is found twice: a journey
/// through the night of the change that a real service makes as well.
/// </remarks>
internal struct WallWalk
{
    private const int Hour = 3600;

    private readonly Zone zone;
    private long wall;
    private long again;

    public WallWalk(Zone zone, long moment)
    {
        this.zone = zone;
        wall = zone.Wall(moment);

        // In the second copy of an hour that clocks show twice, the walk is in that copy already.
        again = Time(zone.Wall(moment - Hour)).Hour == Time(wall).Hour ? Hour : 0;
    }

    /// <summary>What the clocks show.</summary>
    public readonly DateTime Shown => Time(wall);

    public static DateTime Time(long wall) => DateTime.UnixEpoch.AddSeconds(wall);

    /// <summary>Seconds since the beginning of the minute, hour or day.</summary>
    public static long Within(long wall, long length) => ((wall % length) + length) % length;

    /// <summary>The moment walked to; null when clocks skip that hour.</summary>
    public readonly long? Moment()
    {
        var moment = zone.Moment(wall);
        return Time(zone.Wall(moment)).Hour == Shown.Hour ? moment + again : null;
    }

    public void NextSecond() => Step(1);

    public void NextMinute() => Step(60);

    public void NextHour() => Jump(wall + Hour - Within(wall, Hour));

    public void NextDay() => Jump(Seconds(Shown.Date.AddDays(1)));

    public void NextMonth() => Jump(Seconds(Shown.Date.AddDays(1 - Shown.Day).AddMonths(1)));

    public void NextYear() => Jump(Seconds(new DateTime(Shown.Year + 1, 1, 1, 0, 0, 0, DateTimeKind.Utc)));

    private static long Seconds(DateTime shown) => (long)(shown - DateTime.UnixEpoch).TotalSeconds;

    private void Jump(long to) => (wall, again) = (to, 0);

    private void Step(int length)
    {
        var next = wall + length - Within(wall, length);
        var begun = wall - Within(wall, Hour);
        if (next < begun + Hour)
        {
            wall = next;
        }
        else if (again == 0 && zone.Moment(next) - zone.Moment(begun) > Hour)
        {
            (wall, again) = (begun, Hour);
        }
        else
        {
            Jump(next);
        }
    }
}
