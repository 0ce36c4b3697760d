namespace FranceTravail.Parcours.Host.Composition;

/// <summary>The program cannot do what was asked. The message is one French sentence for whoever typed the command; nothing was changed.</summary>
internal sealed class StartupRefusal(string message, Exception? cause = null) : Exception(message, cause);
