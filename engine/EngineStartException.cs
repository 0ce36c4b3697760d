namespace FranceTravail.Parcours.Engine;

/// <summary>The engine could not start; nothing was changed.</summary>
public sealed class EngineStartException(EngineStartReason reason, string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Gets the cause, for a program to act on.</summary>
    public EngineStartReason Reason => reason;
}
