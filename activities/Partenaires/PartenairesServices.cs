using System.Reflection;
using FranceTravail.Parcours.Activities.Observation;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Polly;

namespace FranceTravail.Parcours.Activities.Partenaires;

/// <summary>The typed clients, each with its own resilience pipeline.</summary>
internal static class PartenairesServices
{
    public static IServiceCollection AddPartenaires(this IServiceCollection services, PartenairesOptions options)
    {
        var ajouter = typeof(PartenairesServices).GetMethod(nameof(Add), BindingFlags.NonPublic | BindingFlags.Static)!;
        foreach (var client in typeof(IClientPartenaire).Assembly.GetTypes().Where(t => t.IsClass && t.IsAssignableTo(typeof(IClientPartenaire))))
        {
            ajouter.MakeGenericMethod(client).Invoke(null, [services, options]);
        }

        return services;
    }

    private static void Add<TClient>(IServiceCollection services, PartenairesOptions options)
        where TClient : class, IClientPartenaire =>
        services.AddHttpClient<TClient>(http =>
        {
            http.BaseAddress = options.Adresse;
            http.Timeout = Timeout.InfiniteTimeSpan;
            http.MaxResponseContentBufferSize = 4 * 1024 * 1024;
        })

        // The client's own logs hold addresses, and an address may hold a person's reference.
        .RemoveAllLoggers()
        .AddResilienceHandler("partenaire", pipeline => Configure(pipeline, TClient.NomDuPartenaire, options.DelaiParEssai));

    // Two quick retries for a lost packet; a partner that is down is the business of the activity's retry, which is durable and slow.
    // So the whole call ends well before an activity's timeout, and the breaker only spares a partner in real trouble: it opens after
    // ten calls of which most failed, for a time shorter than the activity's second retry.
    private static void Configure(ResiliencePipelineBuilder<HttpResponseMessage> pipeline, string nom, TimeSpan tryTimeout)
    {
        // Networks live in real time, even when the process's clock is virtual.
        pipeline.TimeProvider = TimeProvider.System;
        pipeline
            .AddTimeout(4 * tryTimeout)
            .AddRetry(new HttpRetryStrategyOptions
            {
                MaxRetryAttempts = 2,
                BackoffType = DelayBackoffType.Exponential,
                Delay = TimeSpan.FromMilliseconds(200),
                MaxDelay = TimeSpan.FromSeconds(2),
                UseJitter = true,
            })
            .AddCircuitBreaker(new HttpCircuitBreakerStrategyOptions
            {
                FailureRatio = 0.8,
                MinimumThroughput = 10,
                SamplingDuration = TimeSpan.FromSeconds(15),
                BreakDuration = TimeSpan.FromSeconds(2),
                OnOpened = _ => Disjoncteur(nom, 1),
                OnClosed = _ => Disjoncteur(nom, 0),
            })
            .AddTimeout(tryTimeout);
    }

    private static ValueTask Disjoncteur(string nom, long ouvert)
    {
        Mesures.Disjoncteurs.Record(ouvert, new KeyValuePair<string, object?>("partenaire", nom));
        return ValueTask.CompletedTask;
    }
}
