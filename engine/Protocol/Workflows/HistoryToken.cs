using System.Text;
using FranceTravail.Parcours.Engine.Refusals;
using Google.Protobuf;

namespace FranceTravail.Parcours.Engine.Protocol.Workflows;

/// <summary>Where a reader of a history stands.</summary>
/// <param name="RunId">The run.</param>
/// <param name="Next">Id of the event that comes next.</param>
/// <param name="Last">Last event to be read; 0 for as many as there are.</param>
internal sealed record HistoryToken(string RunId, long Next, long Last)
{
    private const byte Mark = 0xE2;

    public ByteString Write()
    {
        using var buffer = new MemoryStream();
        using var writer = new BinaryWriter(buffer, Encoding.UTF8);
        writer.Write(Mark);
        writer.Write(RunId);
        writer.Write(Next);
        writer.Write(Last);
        return ByteString.CopyFrom(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    public static HistoryToken? Read(ByteString bytes)
    {
        if (bytes.IsEmpty)
        {
            return null;
        }

        try
        {
            using var reader = new BinaryReader(new MemoryStream(bytes.ToByteArray()), Encoding.UTF8);
            if (reader.ReadByte() == Mark)
            {
                var token = new HistoryToken(reader.ReadString(), reader.ReadInt64(), reader.ReadInt64());
                if (token is { Next: > 0, Last: >= 0 } && reader.BaseStream.Position == reader.BaseStream.Length)
                {
                    return token;
                }
            }
        }
        catch (Exception e) when (e is IOException or FormatException or ArgumentException)
        {
            throw Errors.Invalid("Invalid NextPageToken.");
        }

        throw Errors.Invalid("Invalid NextPageToken.");
    }
}
