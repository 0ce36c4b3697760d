using System.Buffers;

namespace FranceTravail.Parcours.Host.Composition;

/// <summary>
/// The body of a request, read whole before anything looks at it, and within bounds however it is sent. The character NUL is taken out of a
/// posted form: nobody typed it, no store keeps it, and the framework refuses the whole form for it, with all that was typed besides.
/// </summary>
internal static class RequestBody
{
    private const int Piece = 64 * 1024;
    private const string UrlEncoded = "application/x-www-form-urlencoded";

    /// <summary>False when it is longer than <paramref name="most"/> bytes. Read to its end all the same: a browser that is still sending hears no answer.</summary>
    public static async Task<bool> ReadAsync(HttpRequest request, int most, CancellationToken cancellationToken)
    {
        var (kept, piece, read) = (new MemoryStream(), ArrayPool<byte>.Shared.Rent(Piece), 0L);
        try
        {
            for (int count; (count = await request.Body.ReadAsync(piece, cancellationToken)) > 0;)
            {
                read += count;
                if (read <= most)
                {
                    kept.Write(piece, 0, count);
                }
            }
        }
        catch (BadHttpRequestException beyond) when (beyond.StatusCode is StatusCodes.Status413PayloadTooLarge)
        {
            // So long that the server does not even read it to its end.
            return false;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(piece);
        }

        if (read > 0)
        {
            var body = read > most ? [] : kept.ToArray();
            body = request.ContentType?.StartsWith(UrlEncoded, StringComparison.OrdinalIgnoreCase) == true ? WithoutNul(body) : body;
            request.Body = new MemoryStream(body, writable: false);
            request.ContentLength = body.Length;
        }

        return read <= most;
    }

    /// <summary>The bytes without NUL, plain or escaped: neither one that is there nor one that taking out another would leave behind.</summary>
    internal static byte[] WithoutNul(ReadOnlySpan<byte> bytes)
    {
        var kept = new byte[bytes.Length];
        var length = 0;
        foreach (var one in bytes)
        {
            if (one == 0)
            {
                continue;
            }

            kept[length++] = one;
            length -= kept.AsSpan(0, length).EndsWith("%00"u8) ? 3 : 0;
        }

        return kept[..length];
    }
}
