using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace FranceTravail.Parcours.Engine.Tests.Hostile;

/// <summary>Fills a request with what no honest client sends. Nothing that comes of it may be carried out.</summary>
/// <remarks>
/// In a namespace that exists, a request that could change something has only texts that are too long for an id; one that reads, or
/// names an unknown namespace, has any. Durations are negative or invalid throughout. So no request changes anything by chance.
/// </remarks>
internal sealed class HostileMessage(Random random)
{
    /// <summary>The workflow that runs in the engine under test.</summary>
    public const string Witness = "witness";

    private const string NamespaceField = "namespace";
    private const int MaximumDepth = 4;

    private static readonly string[] Reading = ["Describe", "Get", "List", "Scan", "Count", "Query"];

    private static readonly string[] Texts =
    [
        Witness, "", " ", "x", "WorkflowId = 'witness' AND (", "ExecutionStatus = 'Running'", "\0", "\r\n", "'; DROP TABLE visibility; --", "../../../etc/passwd", "/_sys/x", "%s%n", "\u202e", "😀", "00000000-0000-0000-0000-000000000000", "temporal-sys-scheduler:x", new('x', 1001), new('é', 70_000),
    ];

    private static readonly string[] TooLong = [new('x', 1001), new('é', 600), new('\0', 2000), new('x', 300_000)];
    private static readonly string[] UnknownNamespaces = ["unknown", "", "\0", "default ", "DEFAULT", "'; --", new('n', 5000)];

    public IMessage Of(MethodDescriptor method)
    {
        var reads = Reading.Any(verb => method.Name.StartsWith(verb, StringComparison.Ordinal));
        var isAboutNamespaces = method.Name.EndsWith("Namespace", StringComparison.Ordinal);
        var isKnown = !isAboutNamespaces && random.Next(2) == 0;
        var request = Fill(method.InputType, isKnown && !reads ? TooLong : Texts, 0);
        if (method.InputType.FindFieldByName(NamespaceField) is { } field)
        {
            field.Accessor.SetValue(request, isKnown ? "default" : Pick(UnknownNamespaces));
        }

        return request;
    }

    private IMessage Fill(MessageDescriptor type, string[] texts, int depth)
    {
        var message = (IMessage)Activator.CreateInstance(type.ClrType)!;
        foreach (var field in type.Fields.InDeclarationOrder().Where(_ => random.Next(4) != 0))
        {
            if (field.IsMap)
            {
                FillMap(message, field, texts, depth);
            }
            else if (field.FieldType != FieldType.Message || depth < MaximumDepth)
            {
                FillField(message, field, texts, depth);
            }
        }

        return message;
    }

    private void FillField(IMessage message, FieldDescriptor field, string[] texts, int depth)
    {
        if (!field.IsRepeated)
        {
            field.Accessor.SetValue(message, Value(field, texts, depth));
            return;
        }

        var list = (System.Collections.IList)field.Accessor.GetValue(message);
        for (var count = random.Next(3); count > 0; count--)
        {
            list.Add(Value(field, texts, depth));
        }
    }

    private void FillMap(IMessage message, FieldDescriptor field, string[] texts, int depth)
    {
        var value = field.MessageType.FindFieldByNumber(2);
        if (field.MessageType.FindFieldByNumber(1).FieldType == FieldType.String && depth < MaximumDepth)
        {
            ((System.Collections.IDictionary)field.Accessor.GetValue(message))[Pick(texts)] = Value(value, texts, depth);
        }
    }

    private object Value(FieldDescriptor field, string[] texts, int depth) => field.FieldType switch
    {
        FieldType.String => Pick(texts),
        FieldType.Bytes => ByteString.CopyFrom(Bytes(random.Next(200))),
        FieldType.Bool => random.Next(2) == 0,
        FieldType.Enum => Enum.ToObject(field.EnumType.ClrType, Pick([-1, 0, 1, 2, 99, int.MaxValue])),
        FieldType.Message => Message(field.MessageType, texts, depth + 1),
        FieldType.Double => Pick([double.NaN, double.NegativeInfinity, -1.0, 0.0, 1e300]),
        FieldType.Float => Pick([float.NaN, -1f, 1e30f]),
        FieldType.Int32 => Pick([int.MinValue, -1, 0, 1, int.MaxValue]),
        FieldType.Int64 => Pick([long.MinValue, -1L, 0L, 1L, long.MaxValue]),
        FieldType.UInt32 => Pick([0u, uint.MaxValue]),
        FieldType.UInt64 => Pick([0ul, ulong.MaxValue]),
        _ => throw new NotSupportedException($"The API has no field of type {field.FieldType} yet."),
    };

    private object Message(MessageDescriptor type, string[] texts, int depth) => type.FullName switch
    {
        "google.protobuf.Duration" => new Google.Protobuf.WellKnownTypes.Duration { Seconds = Pick([-1L, long.MinValue, -315_576_000_001L]), Nanos = Pick([0, -1, int.MinValue]) },
        "google.protobuf.Timestamp" => new Google.Protobuf.WellKnownTypes.Timestamp { Seconds = Pick([0L, -1L, long.MinValue, long.MaxValue]), Nanos = Pick([0, -1, int.MaxValue]) },
        "google.protobuf.DoubleValue" => -1.0,
        "google.protobuf.FloatValue" => -1f,
        "google.protobuf.Int32Value" => -1,
        "google.protobuf.Int64Value" => -1L,
        "google.protobuf.BoolValue" => true,
        "google.protobuf.StringValue" => Pick(texts),
        _ => Fill(type, texts, depth),
    };

    private byte[] Bytes(int length)
    {
        var bytes = new byte[length];
        random.NextBytes(bytes);
        return bytes;
    }

    private T Pick<T>(T[] values) => values[random.Next(values.Length)];
}
