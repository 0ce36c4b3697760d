namespace FranceTravail.Parcours.Engine;

/// <summary>What was asked to be done with the database file could not be; the message says why.</summary>
public sealed class MaintenanceException(string message, Exception? inner = null) : Exception(message, inner);
