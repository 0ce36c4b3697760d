using System.Text.Json;
using System.Text.Json.Serialization;
using Google.Protobuf;

namespace FranceTravail.Parcours.Engine.Storage;

/// <summary>A protocol message as base64 of its bytes.</summary>
internal sealed class MessageJson<T> : JsonConverter<T>
    where T : class, IMessage<T>, new()
{
    private static readonly MessageParser<T> Parser = new(() => new T());

    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Parser.ParseFrom(reader.GetBytesFromBase64());

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteBase64StringValue(value.ToByteArray());
}
