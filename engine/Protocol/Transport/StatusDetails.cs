using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace FranceTravail.Parcours.Engine.Protocol.Transport;

/// <summary>Typed details travel in a trailer, as a google.rpc.Status {1 code, 2 message, 3 repeated Any}.</summary>
internal static class StatusDetails
{
    private const string Trailer = "grpc-status-details-bin";

    public static RpcException ToRpc(ServiceException e)
    {
        var trailers = new Metadata();
        if (e.Detail is not null)
        {
            trailers.Add(Trailer, Encode((int)e.Code, e.Message, e.Detail));
        }

        return new RpcException(new Status(e.Code, e.Message), trailers);
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
