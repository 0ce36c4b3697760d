using Google.Protobuf;
using Grpc.Core;

namespace FranceTravail.Parcours.Engine.Protocol;

/// <summary>A refusal that the caller is told: a gRPC status, its message and at most one typed detail.</summary>
internal sealed class ServiceException(StatusCode code, string message, IMessage? detail = null, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Gets the gRPC status of the answer.</summary>
    public StatusCode Code { get; } = code;

    /// <summary>Gets the message of <c>temporal.api.errordetails.v1</c> that travels with the status, if any.</summary>
    public IMessage? Detail { get; } = detail;
}
