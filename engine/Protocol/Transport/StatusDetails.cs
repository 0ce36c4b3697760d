using FranceTravail.Parcours.Engine.Refusals;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace FranceTravail.Parcours.Engine.Protocol.Transport;

/// <summary>Typed details travel in a trailer, as a google.rpc.Status {1 code, 2 message, 3 repeated Any}.</summary>
/// <remarks>A message may quote what the caller sent. It is cut, and a huge detail left out, so that the trailers stay within what every client accepts.</remarks>
internal static class StatusDetails
{
    private const string Trailer = "grpc-status-details-bin";
    private const int MaximumMessage = 1500;
    private const int MaximumDetailBytes = 4096;

    public static RpcException ToRpc(Refusal e)
    {
        var message = Cut(e.Message);
        var trailers = new Metadata();
        if (e.Detail is not null && e.Detail.CalculateSize() <= MaximumDetailBytes)
        {
            trailers.Add(Trailer, Encode((int)CodeOf(e.Kind), message, e.Detail));
        }

        return new RpcException(new Status(CodeOf(e.Kind), message), trailers);
    }

    /// <summary>The gRPC status of a kind of refusal.</summary>
    public static StatusCode CodeOf(RefusalKind kind) => kind switch
    {
        RefusalKind.InvalidArgument => StatusCode.InvalidArgument,
        RefusalKind.NotFound => StatusCode.NotFound,
        RefusalKind.AlreadyExists => StatusCode.AlreadyExists,
        RefusalKind.FailedPrecondition => StatusCode.FailedPrecondition,
        RefusalKind.PermissionDenied => StatusCode.PermissionDenied,
        RefusalKind.ResourceExhausted => StatusCode.ResourceExhausted,
        RefusalKind.Unimplemented => StatusCode.Unimplemented,
        RefusalKind.Unavailable => StatusCode.Unavailable,
        RefusalKind.DataLoss => StatusCode.DataLoss,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static string Cut(string message)
    {
        if (message.Length <= MaximumMessage)
        {
            return message;
        }

        var end = char.IsHighSurrogate(message[MaximumMessage - 1]) ? MaximumMessage - 1 : MaximumMessage;
        return message[..end] + "…";
    }

    private static byte[] Encode(int code, string message, IMessage detail)
    {
        using var buffer = new MemoryStream();
        using (var output = new CodedOutputStream(buffer, leaveOpen: true))
        {
            output.WriteTag(1, WireFormat.WireType.Varint);
            output.WriteInt32(code);
            output.WriteTag(2, WireFormat.WireType.LengthDelimited);
            output.WriteString(message);
            output.WriteTag(3, WireFormat.WireType.LengthDelimited);
            output.WriteMessage(Any.Pack(detail));
        }

        return buffer.ToArray();
    }
}
