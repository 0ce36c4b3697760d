using Google.Protobuf;

namespace FranceTravail.Parcours.Engine.Messages;

/// <summary>
/// Reads messages that callers send. They may be nested a little less deep than this engine and its clients read them (100 levels):
/// what is taken in here lies some levels deeper in the history and in the answers that carry it.
/// </summary>
internal static class Incoming
{
    private const int DeepestNesting = 90;

    /// <exception cref="InvalidProtocolBufferException">The bytes are no such message, or it is nested too deep.</exception>
    public static IMessage Parse(MessageParser parser, byte[] bytes) => parser.ParseFrom(Stream(bytes));

    /// <inheritdoc cref="Parse(MessageParser, byte[])"/>
    public static T Parse<T>(MessageParser<T> parser, ByteString bytes)
        where T : IMessage<T> => parser.ParseFrom(Stream(bytes.ToByteArray()));

    private static CodedInputStream Stream(byte[] bytes) => CodedInputStream.CreateWithLimits(new MemoryStream(bytes), int.MaxValue, DeepestNesting);
}
