using Google.Protobuf.Collections;
using Temporalio.Api.Schedule.V1;
using FieldRange = Temporalio.Api.Schedule.V1.Range;

namespace FranceTravail.Parcours.Engine.Runs.Schedules.Spec;

/// <summary>One of the seven fields by which a calendar matches times.</summary>
/// <param name="Name">Its name in refusals.</param>
/// <param name="Least">Its smallest value.</param>
/// <param name="Most">Its largest value.</param>
/// <param name="MostInText">The largest value in texts, where a Sunday may also be 7.</param>
/// <param name="Unset">The text that an empty one stands for.</param>
/// <param name="Text">Its text in a calendar.</param>
/// <param name="Ranges">Its ranges in a structured calendar.</param>
internal sealed record CalendarField(
    string Name, int Least, int Most, int MostInText, string Unset, Func<CalendarSpec, string> Text, Func<StructuredCalendarSpec, RepeatedField<FieldRange>> Ranges)
{
    public const int FirstYear = 2000;
    public const int LastYear = 2100;

    public static readonly CalendarField Second = new("Second", 0, 59, 59, "0", c => c.Second, c => c.Second);

    public static readonly CalendarField Minute = new("Minute", 0, 59, 59, "0", c => c.Minute, c => c.Minute);

    public static readonly CalendarField Hour = new("Hour", 0, 23, 23, "0", c => c.Hour, c => c.Hour);

    public static readonly CalendarField DayOfMonth = new("DayOfMonth", 1, 31, 31, "*", c => c.DayOfMonth, c => c.DayOfMonth);

    public static readonly CalendarField Month = new("Month", 1, 12, 12, "*", c => c.Month, c => c.Month)
    {
        Words = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"],
        ShortestWord = 3,
    };

    public static readonly CalendarField Year = new("Year", FirstYear, LastYear, LastYear, "*", c => c.Year, c => c.Year);

    public static readonly CalendarField DayOfWeek = new("DayOfWeek", 0, 6, 7, "*", c => c.DayOfWeek, c => c.DayOfWeek)
    {
        Words = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"],
        ShortestWord = 2,
    };

    public static readonly IReadOnlyList<CalendarField> All = [Second, Minute, Hour, DayOfWeek, DayOfMonth, Month, Year];

    /// <summary>Words for its values, from the smallest on.</summary>
    public IReadOnlyList<string> Words { get; private init; } = [];

    /// <summary>Letters by which a word may be shortened to.</summary>
    public int ShortestWord { get; private init; }
}
