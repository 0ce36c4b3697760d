using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using FranceTravail.Parcours.Activities.Observation;
using FranceTravail.Parcours.Workflows.Serialisation;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace FranceTravail.Parcours.Activities.Partenaires;

/// <summary>What every partner client does with a request: its key, its answer, and its failures told apart.</summary>
internal static class PartenaireHttp
{
    // A partner's answer is held against what it must hold: a null where there must be a value is a malformed answer.
    private static readonly JsonSerializerOptions Json = new(ParcoursJson.Options) { RespectNullableAnnotations = true };

    /// <summary>Reads a resource; null when the partner itself says that it knows none (404 with a problem code).</summary>
    public static Task<T?> LireAsync<T>(this HttpClient http, string partenaire, string url, CancellationToken cancellationToken)
        where T : class =>
        AppelMesure.MesurerAsync(partenaire, () => EnvoyerAsync<T>(http, partenaire, new HttpRequestMessage(HttpMethod.Get, url), HttpStatusCode.NotFound, cancellationToken));

    /// <summary>Does an effect under an idempotency key; null when the partner answers <paramref name="attendu"/>, a refusal that is a value.</summary>
    public static Task<T?> FaireAsync<T>(
        this HttpClient http, string partenaire, HttpMethod methode, string url, string cle, object? corps, HttpStatusCode? attendu, CancellationToken cancellationToken)
        where T : class
    {
        var request = new HttpRequestMessage(methode, url) { Headers = { { "Idempotency-Key", cle } } };
        if (corps is not null)
        {
            request.Content = JsonContent.Create(corps, corps.GetType(), options: Json);
        }

        return AppelMesure.MesurerAsync(partenaire, () => EnvoyerAsync<T>(http, partenaire, request, attendu, cancellationToken));
    }

    private static async Task<T?> EnvoyerAsync<T>(
        HttpClient http, string partenaire, HttpRequestMessage request, HttpStatusCode? attendu, CancellationToken cancellationToken)
        where T : class
    {
        using (request)
        {
            try
            {
                using var response = await http.SendAsync(request, cancellationToken);
                if (response.StatusCode == attendu && await ReponsePartenaire.EstSaDecisionAsync(response, cancellationToken))
                {
                    return null;
                }

                if (response.IsSuccessStatusCode)
                {
                    return await response.Content.ReadFromJsonAsync<T>(Json, cancellationToken)
                        ?? throw new PartenaireIndisponibleException(partenaire, null);
                }

                throw await ReponsePartenaire.EchecAsync(partenaire, response, cancellationToken);
            }
            catch (Exception error) when (error is HttpRequestException or TimeoutRejectedException or BrokenCircuitException or JsonException or IOException or NotSupportedException
                or InvalidOperationException)
            {
                throw new PartenaireIndisponibleException(partenaire, error);
            }
        }
    }
}
