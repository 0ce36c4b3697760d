namespace FranceTravail.Parcours.Engine.Storage.Sqlite;

/// <summary>The file that the engine has open is no longer the one of its name, or not whole: whatever is written to it is lost.</summary>
internal sealed class FileLostException(string message) : IOException(message);
