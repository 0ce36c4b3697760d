using Microsoft.AspNetCore.Diagnostics;

namespace FranceTravail.Parcours.Host.Composition;

/// <summary>A post that failed: where it was sent and what it held, so that the page of its error can offer to send it again.</summary>
internal sealed record EnvoiGarde(string Adresse, IReadOnlyList<KeyValuePair<string, string>> Champs)
{
    private const string Token = "__RequestVerificationToken";

    /// <summary>What was posted to this site from this site; null when nothing was, when it cannot be read, or when another site made it up.</summary>
    public static async Task<EnvoiGarde?> DeAsync(HttpContext context)
    {
        var request = context.Request;
        if (!HttpMethods.IsPost(request.Method) || !request.HasFormContentType || !VientDIci(request) || OriginalPath(context) is not { } path)
        {
            return null;
        }

        try
        {
            var form = await request.ReadFormAsync(context.RequestAborted);
            return form.Count == 0 ? null : new(path, [.. form.Where(f => f.Key != Token).SelectMany(f => f.Value.Select(v => KeyValuePair.Create(f.Key, v ?? "")))]);
        }
        catch (Exception error) when (error is InvalidDataException or BadHttpRequestException or IOException or NotSupportedException)
        {
            return null;
        }
    }

    private static string? OriginalPath(HttpContext context) =>
        context.Features.Get<IExceptionHandlerPathFeature>() is { } failed ? failed.Path
        : context.Features.Get<IStatusCodeReExecuteFeature>() is { } status ? status.OriginalPath + status.OriginalQueryString
        : null;

    /// <summary>A page elsewhere may post here and have the reader send it again with her own hand: browsers tell by these headers.</summary>
    private static bool VientDIci(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"].ToString() is "" or "same-origin" or "none"
        && (request.Headers.Origin.ToString() is "" or "null" || request.Headers.Origin.ToString() == $"{request.Scheme}://{request.Host}");
}
