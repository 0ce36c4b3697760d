using Microsoft.Net.Http.Headers;

namespace FranceTravail.Parcours.Host.Composition;

/// <summary>Turns away, or puts right, what would fail each page alike: a host that is no host, a form in a character set that nobody reads, or beyond all measure.</summary>
internal static class ReadableRequests
{
    public static IApplicationBuilder UseReadableRequests(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        var request = context.Request;
        if (request.HasFormContentType && !IsKnown(request.ContentType))
        {
            // Forms are UTF-8; the parameter is the sender's mistake, and what was typed is read all the same.
            request.ContentType = WithoutCharset(request.ContentType!);
        }

        if (!await RequestBody.ReadAsync(request, WebRole.LargestForm, context.RequestAborted))
        {
            // Told before it is taken for a form: whoever checks the form's token would else say that the token is wrong.
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return;
        }

        if (HttpMethods.IsPost(request.Method) && request.HasFormContentType && !await IsFormAsync(request, context.RequestAborted))
        {
            // Told here, where it is known to be the sender's fault: further on it looks like a store that cannot be read.
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        if (Uri.TryCreate($"{request.Scheme}://{request.Host}/", UriKind.Absolute, out _))
        {
            await next(context);
            return;
        }

        // No page can be made with this address, its error page neither.
        request.Host = new HostString("localhost");
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
    });

    /// <summary>Whether the body, which is all there, can be read as the form that it says it is. Who reads it later is given what was read here.</summary>
    private static async Task<bool> IsFormAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            await request.ReadFormAsync(cancellationToken);
            return true;
        }
        catch (Exception error) when (error is IOException or InvalidDataException)
        {
            return false;
        }
    }

    private static bool IsKnown(string? contentType)
    {
        try
        {
            return !MediaTypeHeaderValue.TryParse(contentType, out var type) || !type.Charset.HasValue || type.Encoding is not null;
        }
        catch (NotSupportedException)
        {
            // UTF-7, which .NET knows and refuses.
            return false;
        }
    }

    private static string WithoutCharset(string contentType)
    {
        var type = MediaTypeHeaderValue.Parse(contentType);
        type.Charset = null;
        return type.ToString();
    }
}
