namespace FranceTravail.Parcours.Host.Composition;

/// <summary>Answers HEAD as GET is answered, without the page: pages and endpoints are declared for GET only.</summary>
internal static class HeadRequests
{
    /// <summary>To be placed before the route is looked for.</summary>
    public static IApplicationBuilder UseHeadRequests(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (HttpMethods.IsHead(context.Request.Method))
        {
            context.Request.Method = HttpMethods.Get;
            context.Response.Body = Stream.Null;
        }

        return next(context);
    });
}
