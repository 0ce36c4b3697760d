using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace FranceTravail.Parcours.Engine.Tests.Hostile;

/// <summary>One request of a seed: a method of the three services, and the bytes that it is sent.</summary>
internal sealed record HostileRequest(MethodDescriptor Method, string Kind, byte[] Bytes)
{
    private static readonly IReadOnlyList<MethodDescriptor> Methods =
    [
        .. ((FileDescriptor[])
        [
            Temporalio.Api.WorkflowService.V1.ServiceReflection.Descriptor,
            Temporalio.Api.OperatorService.V1.ServiceReflection.Descriptor,
            Temporalio.Api.TestService.V1.ServiceReflection.Descriptor,
        ]).SelectMany(file => file.Services).SelectMany(service => service.Methods),
    ];

    public static HostileRequest Of(int seed)
    {
        var random = new Random(seed);
        var method = Methods[seed % Methods.Count];
        return random.Next(10) switch
        {
            0 => new(method, "random bytes", RandomBytes(random)),
            1 => new(method, "fields of a wrong type", WrongFields(random)),
            2 or 3 => new(method, "truncated", Truncated(new HostileMessage(random).Of(method).ToByteArray(), random)),
            _ => new(method, "hostile values", new HostileMessage(random).Of(method).ToByteArray()),
        };
    }

    private static byte[] Truncated(byte[] whole, Random random) => whole[..random.Next(whole.Length + 1)];

    private static byte[] RandomBytes(Random random)
    {
        var bytes = new byte[random.Next(1, 4000)];
        random.NextBytes(bytes);
        return bytes;
    }

    // Well-formed on the wire, but every field number carries any wire type.
    private static byte[] WrongFields(Random random)
    {
        using var stream = new MemoryStream();
        using var output = new CodedOutputStream(stream, leaveOpen: true);
        for (var field = 1; field < 30; field++)
        {
            switch (random.Next(4))
            {
                case 0:
                    output.WriteTag(field, WireFormat.WireType.Varint);
                    output.WriteUInt64((ulong)random.NextInt64());
                    break;
                case 1:
                    output.WriteTag(field, WireFormat.WireType.Fixed32);
                    output.WriteFixed32((uint)random.Next());
                    break;
                case 2:
                    output.WriteTag(field, WireFormat.WireType.LengthDelimited);
                    output.WriteBytes(ByteString.CopyFrom(RandomBytes(random)));
                    break;
                default:
                    output.WriteTag(field, WireFormat.WireType.StartGroup);
                    break;
            }
        }

        output.Flush();
        return stream.ToArray();
    }
}
