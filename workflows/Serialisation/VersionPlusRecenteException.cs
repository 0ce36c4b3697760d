namespace FranceTravail.Parcours.Workflows.Serialisation;

/// <summary>
/// A kept value was written by a later program than this one, which was put back in its place. The message is French, made to be
/// shown as it is. A journey that meets it waits, and goes on once the later program serves again.
/// </summary>
public sealed class VersionPlusRecenteException(string message) : Exception(message);
