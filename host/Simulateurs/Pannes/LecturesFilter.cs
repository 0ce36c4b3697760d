namespace FranceTravail.Parcours.Host.Simulateurs.Pannes;

/// <summary>Faults of the calls that only read.</summary>
internal static class LecturesFilter
{
    public static RouteHandlerBuilder AvecPannes(this RouteHandlerBuilder route, string partenaire) => route.AddEndpointFilter(async (context, next) =>
    {
        var http = context.HttpContext;
        var sort = await http.RequestServices.GetRequiredService<TirageDesPannes>()
            .TirerAsync(partenaire, $"{http.Request.Path}{http.Request.QueryString}", http.RequestAborted);
        await Task.Delay(sort.Latence, http.RequestAborted);
        return sort.EnErreur || sort.ReponsePerdue ? Results.StatusCode(StatusCodes.Status503ServiceUnavailable) : await next(context);
    });
}
