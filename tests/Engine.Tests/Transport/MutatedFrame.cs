using System.Buffers.Binary;
using FranceTravail.Parcours.Engine.Tests.Hostile;

namespace FranceTravail.Parcours.Engine.Tests.Transport;

/// <summary>A frame of a seed: a request that is refused in any case, with its bytes or its frame spoilt.</summary>
internal static class MutatedFrame
{
    public static (string Method, byte[] Frame) Of(int seed)
    {
        var random = new Random(seed);
        HostileRequest request;
        do
        {
            request = HostileRequest.Of(random.Next());
        }
        while (request.Method.Service.Name != "WorkflowService" || request.Method.Name.StartsWith("Poll", StringComparison.Ordinal) || Changes(request.Method.Name));
        var frame = new byte[request.Bytes.Length + 5];
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(1), request.Bytes.Length);
        request.Bytes.CopyTo(frame, 5);
        for (var spoilt = random.Next(4); spoilt > 0; spoilt--)
        {
            frame[random.Next(3) == 0 ? random.Next(5) : random.Next(frame.Length)] = (byte)random.Next(256);
        }

        return (request.Method.Name, random.Next(4) == 0 ? frame[..random.Next(frame.Length)] : frame);
    }

    /// <summary>A spoilt byte may make a name that is too long for it into one that is not.</summary>
    private static bool Changes(string method) => !(method.StartsWith("Describe", StringComparison.Ordinal) || method.StartsWith("Get", StringComparison.Ordinal)
        || method.StartsWith("List", StringComparison.Ordinal) || method.StartsWith("Count", StringComparison.Ordinal) || method.StartsWith("Query", StringComparison.Ordinal)
        || method.StartsWith("Respond", StringComparison.Ordinal) || method.StartsWith("Signal", StringComparison.Ordinal) || method.StartsWith("Reset", StringComparison.Ordinal));
}
