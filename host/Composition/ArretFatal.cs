namespace FranceTravail.Parcours.Host.Composition;

/// <summary>The process must not go on. The message is one French sentence for whoever runs it.</summary>
internal sealed class ArretFatal(string message) : Exception(message);
