namespace FranceTravail.Parcours.Engine.Tests.Support;

/// <summary>Any Temporal service: the one that <c>TEMPORAL_ADDRESS</c> names, or else an engine of the tests' own. What passes on one must pass on the other.</summary>
public sealed class AnyService : RunningEngine
{
    protected override string? Elsewhere => Environment.GetEnvironmentVariable("TEMPORAL_ADDRESS") is { Length: > 0 } address ? address : null;
}
