using Google.Protobuf;

namespace FranceTravail.Parcours.Engine.Refusals;

/// <summary>A refusal that the caller is told: of which kind, why, and at most one typed detail. How it travels is the protocol's affair.</summary>
internal sealed class Refusal(RefusalKind kind, string message, IMessage? detail = null, Exception? inner = null) : Exception(message, inner)
{
    public RefusalKind Kind => kind;

    /// <summary>Gets the message of <c>temporal.api.errordetails.v1</c> that goes with it, if any.</summary>
    public IMessage? Detail => detail;
}
