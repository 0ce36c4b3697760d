using System.Text;

namespace FranceTravail.Parcours.Engine.Runs;

/// <summary>Identifiers are measured in bytes of UTF-8.</summary>
internal static class Ids
{
    public static int Length(string id) => Encoding.UTF8.GetByteCount(id);

    public static bool Fits(string id, EngineLimits limits) => Length(id) <= limits.IdLength;
}
