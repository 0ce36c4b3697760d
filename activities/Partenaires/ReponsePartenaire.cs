using System.Net;
using System.Text.Json;

namespace FranceTravail.Parcours.Activities.Partenaires;

/// <summary>What a failed answer means. Only a problem code tells the partner's word from that of whatever stands before it.</summary>
internal static class ReponsePartenaire
{
    private const long LargestProblem = 64 * 1024;

    /// <summary>The partner itself says so: a 4xx with a problem code (RFC 9457, member <c>code</c>), of those that time does not change.</summary>
    public static async Task<bool> EstSaDecisionAsync(HttpResponseMessage response, CancellationToken cancellationToken) =>
        (int)response.StatusCode is >= 400 and < 500 && !PasseAvecLeTemps(response.StatusCode) && !DroitsPerdus(response.StatusCode) && await CodeAsync(response, cancellationToken) is not null;

    /// <summary>The exception of an answer that is neither a success nor expected.</summary>
    public static async Task<Exception> EchecAsync(string partenaire, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var status = (int)response.StatusCode;
        return status is < 400 or >= 500 || PasseAvecLeTemps(response.StatusCode) ? new PartenaireIndisponibleException(partenaire, null)
            : await EstSaDecisionAsync(response, cancellationToken) ? new PartenaireRefusException(partenaire, status)
            : new PartenaireDouteuxException(partenaire, status);
    }

    private static bool PasseAvecLeTemps(HttpStatusCode status) => status is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or (HttpStatusCode)425;

    /// <summary>Credentials are renewed, gateways lose their configuration: whoever refuses the caller has not looked at the demand.</summary>
    private static bool DroitsPerdus(HttpStatusCode status) => status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.ProxyAuthenticationRequired;

    private static async Task<string?> CodeAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.Content.Headers is not { ContentType.MediaType: "application/json" or "application/problem+json", ContentLength: null or <= LargestProblem })
        {
            return null;
        }

        try
        {
            using var problem = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(cancellationToken));
            return problem.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("code", out var code) && code is { ValueKind: JsonValueKind.String }
                && code.GetString() is { Length: > 0 } text ? text : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
