using System.Globalization;
using FieldRange = Temporalio.Api.Schedule.V1.Range;

namespace FranceTravail.Parcours.Engine.Runs.Schedules.Spec;

/// <summary>Reads the text of one field: values, names, ranges and steps, between commas.</summary>
internal static class FieldText
{
    /// <summary>Adds the ranges of the text; says what is wrong with it, or null.</summary>
    public static string? Read(CalendarField field, string text, ICollection<FieldRange> ranges)
    {
        text = text.Trim();
        text = text.Length == 0 ? field.Unset : text;
        if (text == "*" && field == CalendarField.Year)
        {
            // Any year is no range at all.
            return null;
        }

        foreach (var part in text.Split(','))
        {
            if (ReadPart(field, part, ranges) is { } fault)
            {
                return fault;
            }
        }

        return null;
    }

    private static string? ReadPart(CalendarField field, string part, ICollection<FieldRange> ranges)
    {
        var step = 1;
        var stepped = part.Split('/');
        if (stepped.Length > 2)
        {
            return $"{field.Name} has too many slashes";
        }

        if (stepped.Length == 2)
        {
            if (!int.TryParse(stepped[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out step))
            {
                return $"strconv.Atoi: parsing \"{stepped[1]}\": invalid syntax";
            }

            if (step < 1)
            {
                return $"{field.Name} has invalid Step";
            }
        }

        var (start, end) = (field.Least, field.MostInText);
        var bounds = $"in range [{field.Least}-{field.MostInText}]";
        var ends = stepped[0].Split('-');
        if (ends.Length > 2)
        {
            return $"{field.Name} has too many dashes";
        }

        if (ends.Length == 2)
        {
            if (!TryValue(field, ends[0], field.Least, out start))
            {
                return $"{field.Name} Start is not {bounds}";
            }

            if (!TryValue(field, ends[1], start, out end))
            {
                return $"{field.Name} End is before Start or not {bounds}";
            }
        }
        else if (stepped[0] != "*")
        {
            if (!TryValue(field, stepped[0], field.Least, out start))
            {
                return $"{field.Name} is not {bounds}";
            }

            // A value with a step goes on to the end of the field.
            end = stepped.Length == 2 ? end : start;
        }

        Add(field, start, end, step, ranges);
        return null;
    }

    /// <summary>Adds the range; a Sunday written as 7 becomes 0, in a range of its own where it must.</summary>
    private static void Add(CalendarField field, int start, int end, int step, ICollection<FieldRange> ranges)
    {
        if (end > field.Most)
        {
            if ((end - start) % step == 0 && (step > 1 || start > 1))
            {
                ranges.Add(new FieldRange());
            }

            if (start > field.Most)
            {
                return;
            }

            end = field.Most;
        }

        ranges.Add(new FieldRange { Start = start, End = end, Step = step });
    }

    private static bool TryValue(CalendarField field, string text, int least, out int value)
    {
        if (text.Length >= field.ShortestWord && field.ShortestWord > 0)
        {
            for (var i = 0; i < field.Words.Count; i++)
            {
                if (field.Words[i].StartsWith(text, StringComparison.OrdinalIgnoreCase))
                {
                    value = field.Least + i;
                    return value >= least;
                }
            }
        }

        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value) && value >= least && value <= field.MostInText;
    }
}
