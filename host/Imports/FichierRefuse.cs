namespace FranceTravail.Parcours.Host.Imports;

/// <summary>The file as a whole cannot be read. The message is French, made to be shown as it is.</summary>
internal sealed class FichierRefuse(string message) : Exception(message);
