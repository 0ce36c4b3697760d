using FranceTravail.Parcours.Activities.Partenaires;
using Serilog.Events;

namespace FranceTravail.Parcours.Host.Composition;

/// <summary>
/// A partner that is down for days fails each call that waits for it hundreds of times. The log keeps the attempts 1, 2, 4, 8 and so on of
/// each: enough to see what lasts, and not so much that the rest can no longer be read.
/// </summary>
internal static class RepeatedFailures
{
    public static bool Superfluous(LogEvent entry) =>
        entry.Exception is PartenaireIndisponibleException
        && entry.Properties.TryGetValue("Attempt", out var value) && value is ScalarValue { Value: int attempt } && !int.IsPow2(attempt);
}
