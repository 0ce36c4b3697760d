namespace FranceTravail.Parcours.Host.Composition;

/// <summary>
/// Takes the character NUL out of a posted form: nobody typed it, no store keeps it, and the framework refuses the whole form for it, with all
/// that was typed besides.
/// </summary>
internal static class NulCharacters
{
    private const string UrlEncoded = "application/x-www-form-urlencoded";

    public static async Task RemoveAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentType?.StartsWith(UrlEncoded, StringComparison.OrdinalIgnoreCase) != true)
        {
            return;
        }

        var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancellationToken);
        var kept = Keep(body.GetBuffer().AsSpan(0, (int)body.Length));
        request.Body = new MemoryStream(kept, writable: false);
        request.ContentLength = kept.Length;
    }

    /// <summary>The bytes without NUL, plain or escaped.</summary>
    internal static byte[] Keep(ReadOnlySpan<byte> bytes)
    {
        var kept = new byte[bytes.Length];
        var length = 0;
        while (!bytes.IsEmpty)
        {
            if (bytes[0] == 0)
            {
                bytes = bytes[1..];
            }
            else if (bytes.StartsWith("%00"u8))
            {
                bytes = bytes[3..];
            }
            else
            {
                kept[length++] = bytes[0];
                bytes = bytes[1..];
            }
        }

        return kept[..length];
    }
}
