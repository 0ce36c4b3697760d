namespace FranceTravail.Parcours.Engine.Runs;

/// <summary>Identities under which the service itself acts in histories.</summary>
internal static class ServiceNames
{
    public const string History = "history-service";

    /// <summary>Ends the run that a reset replaces.</summary>
    public const string Resetter = "history-resetter";

    /// <summary>Acts on many runs for an operator.</summary>
    public const string Batch = "temporal-batcher";

    /// <summary>Source of the failures that the service makes.</summary>
    public const string Server = "Server";
}
