using System.Net;
using FranceTravail.Parcours.Activities.Observation;
using FranceTravail.Parcours.Host.Composition;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace FranceTravail.Parcours.Host.Observation;

/// <summary>
/// Collects measures and, where a collector is named, sends them and the traces to it (<c>OTEL_EXPORTER_OTLP_ENDPOINT</c>, and the other
/// settings of OpenTelemetry). Without one nothing leaves the process; the measures are then read at <see cref="Adresse"/>.
/// </summary>
internal static class Telemetrie
{
    /// <summary>Where Prometheus reads, from this machine only.</summary>
    public const string Adresse = "/metrics";

    /// <summary>How the headers begin that proxies add, besides those in X-.</summary>
    private static readonly string[] SignesDeMandataire = ["Via", "Forwarded", "Client-IP", "True-Client-IP", "Proxy-", "Max-Forwards", "CDN-Loop", "CF-", "Fastly-", "Akamai-"];

    /// <summary>Measures of ASP.NET Core: requests by route, status and duration.</summary>
    private const string Pages = "Microsoft.AspNetCore.Hosting";

    /// <summary>Measures of the engine, in the process that holds it.</summary>
    private const string Moteur = "FranceTravail.Parcours.Engine";

    public static void AddTelemetrie(this IServiceCollection services, HostSettings options)
    {
        var telemetrie = services.AddOpenTelemetry()
            .ConfigureResource(r => r.AddService("parcours", serviceVersion: typeof(Telemetrie).Assembly.GetName().Version?.ToString()))
            .WithMetrics(m =>
            {
                m.AddMeter(Mesures.Nom, MetriquesTemporal.Nom, Moteur, Pages).AddPrometheusExporter();
                if (options.ExporteTelemetrie)
                {
                    m.AddOtlpExporter();
                }
            });
        if (options.ExporteTelemetrie)
        {
            telemetrie.WithTracing(t => t
                .AddSource(Traces.Nom)
                .AddAspNetCoreInstrumentation(pages => pages.Filter = http => !http.Request.Path.StartsWithSegments(Adresse))
                .AddProcessor(new SansDonneesPersonnelles())
                .AddOtlpExporter());
        }
    }

    public static void MapTelemetrie(this IEndpointRouteBuilder routes) => routes.MapPrometheusScrapingEndpoint(Adresse)
        .RequireAuthorization(p => p.RequireAssertion(asked => asked.Resource is HttpContext http && EstDici(http)));

    /// <summary>Asked by this machine itself, and not for somebody else by a proxy on it: nothing tells so but what proxies say of themselves.</summary>
    private static bool EstDici(HttpContext http) =>
        http.Connection.RemoteIpAddress is not { } remote || (IPAddress.IsLoopback(remote) && !http.Request.Headers.Keys.Any(DUnMandataire));

    private static bool DUnMandataire(string header) =>
        (header.StartsWith("X-", StringComparison.OrdinalIgnoreCase) && !header.StartsWith("X-Prometheus-", StringComparison.OrdinalIgnoreCase))
        || SignesDeMandataire.Any(sign => header.StartsWith(sign, StringComparison.OrdinalIgnoreCase));
}
