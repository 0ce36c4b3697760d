using System.Diagnostics;
using FranceTravail.Parcours.Host.Observation;
using Xunit;

namespace FranceTravail.Parcours.Host.Tests.Observation;

public class When_a_span_leaves
{
    [Fact]
    public void Should_lose_every_tag_that_may_name_somebody()
    {
        using var source = new ActivitySource("essai");
        using var listener = new ActivityListener { ShouldListenTo = s => s == source, Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded };
        ActivitySource.AddActivityListener(listener);
        using var processor = new SansDonneesPersonnelles();
        using var span = source.StartActivity("GET /dossiers/0123456789abcdef?nom=Durand")!;
        span.SetTag("url.path", "/dossiers/0123456789abcdef").SetTag("url.query", "?nom=Durand").SetTag("user_agent.original", "x").SetTag("client.address", "10.0.0.1")
            .SetTag("http.route", "/dossiers/{Id}").SetTag("http.request.method", "GET").SetTag("http.response.status_code", 200)
            .SetStatus(ActivityStatusCode.Error, "Durand est inconnue");
        processor.OnEnd(span);
        Assert.Equal("GET /dossiers/{Id}", span.DisplayName);
        Assert.Equal((ActivityStatusCode.Error, null), (span.Status, span.StatusDescription));
        Assert.Equal(["http.request.method", "http.response.status_code", "http.route"], span.TagObjects.Select(t => t.Key).Order());
    }
}
