namespace FranceTravail.Parcours.Host.Parcours;

/// <summary>The engine does not answer. What was written to the store stays, and what it should start is started later.</summary>
internal sealed class MoteurIndisponibleException(Exception cause) : Exception("The engine does not answer.", cause);
