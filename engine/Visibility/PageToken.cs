using System.Text.Json;
using FranceTravail.Parcours.Engine.Refusals;
using Google.Protobuf;

namespace FranceTravail.Parcours.Engine.Visibility;

/// <summary>The last row of a page, by what orders the list; opaque to callers.</summary>
/// <param name="Close">Its close time, or the largest number while it is open.</param>
/// <param name="Start">Its start time.</param>
/// <param name="RunId">Its run.</param>
internal sealed record PageToken(long Close, long Start, string RunId)
{
    public ByteString Write() => ByteString.CopyFrom(JsonSerializer.SerializeToUtf8Bytes(this));

    /// <exception cref="Refusal">The bytes are not a token of this server.</exception>
    public static PageToken? Read(ByteString bytes)
    {
        if (bytes.IsEmpty)
        {
            return null;
        }

        try
        {
            if (JsonSerializer.Deserialize<PageToken>(bytes.Span) is { RunId: not null } token)
            {
                return token;
            }
        }
        catch (JsonException)
        {
            // Refused below, like everything else that this server did not write.
        }

        throw new Refusal(RefusalKind.InvalidArgument, "Invalid NextPageToken.");
    }
}
