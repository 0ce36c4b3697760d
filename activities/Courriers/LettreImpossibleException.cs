namespace FranceTravail.Parcours.Activities.Courriers;

/// <summary>A letter cannot be written: its template is unknown, or what it needs is missing or malformed. The message is French and names nobody.</summary>
public sealed class LettreImpossibleException(string message, Exception? cause = null) : Exception(message, cause);
