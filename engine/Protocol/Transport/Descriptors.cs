using System.Globalization;

namespace FranceTravail.Parcours.Engine.Protocol.Transport;

/// <summary>How many files and connections the system lets this process have open.</summary>
internal static class Descriptors
{
    private const string Limits = "/proc/self/limits";
    private const int MostConnections = 20_000;

    /// <summary>What the process has open beside connections: its own code, about 200, the database, and room for what is being closed.</summary>
    private const int Others = 400;

    /// <summary>Connections that are taken in.</summary>
    public static int Connections => Math.Clamp((Allowed ?? int.MaxValue) - Others, 16, MostConnections);

    /// <summary>The system's limit; null where it is not known.</summary>
    private static int? Allowed
    {
        get
        {
            const string name = "Max open files";
            var line = File.Exists(Limits) ? File.ReadLines(Limits).FirstOrDefault(l => l.StartsWith(name, StringComparison.Ordinal)) : null;
            return line is not null && int.TryParse(line[name.Length..].TrimStart().Split(' ')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        }
    }
}
