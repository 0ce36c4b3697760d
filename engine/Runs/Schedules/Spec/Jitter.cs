using System.Text;

namespace FranceTravail.Parcours.Engine.Runs.Schedules.Spec;

/// <summary>A delay that is the same each time it is asked for, and spread evenly over times and schedules.</summary>
internal static class Jitter
{
    /// <summary>From zero (included) to the longest (excluded), in whole milliseconds.</summary>
    public static TimeSpan Of(string seed, long nominal, TimeSpan longest)
    {
        if (longest < TimeSpan.FromMilliseconds(1))
        {
            return TimeSpan.Zero;
        }

        // FNV-1a, then a mixing of its bits so that the high ones depend on all.
        var hash = 14695981039346656037UL;
        foreach (var value in (ReadOnlySpan<byte>)[.. BitConverter.GetBytes(nominal), .. Encoding.UTF8.GetBytes(seed)])
        {
            hash = unchecked((hash ^ value) * 1099511628211UL);
        }

        hash = unchecked((hash ^ (hash >> 32)) * 0x9E3779B97F4A7C15UL);
        return TimeSpan.FromMilliseconds((long)(((UInt128)hash * (ulong)longest.TotalMilliseconds) >> 64));
    }
}
