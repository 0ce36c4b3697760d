namespace FranceTravail.Parcours.Engine;

/// <summary>What was asked to be done with the database file could not be; the message says why.</summary>
public sealed class MaintenanceException(MaintenanceReason reason, string message, Exception? inner = null) : Exception(message, inner)
{
    public MaintenanceReason Reason { get; } = reason;

    /// <summary>Gets why the engine would not start on the file; null when that is not the reason.</summary>
    public EngineStartReason? Start => (InnerException as EngineStartException)?.Reason;
}
