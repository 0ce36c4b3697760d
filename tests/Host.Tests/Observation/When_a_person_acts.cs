using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net;
using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Activities.Observation;
using FranceTravail.Parcours.Host.Composition;
using FranceTravail.Parcours.Host.Observation;
using FranceTravail.Parcours.Host.Parcours;
using FranceTravail.Parcours.Host.Tests.Web;
using FranceTravail.Parcours.Outils;
using FranceTravail.Parcours.Workflows.Parcours;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using Xunit;

namespace FranceTravail.Parcours.Host.Tests.Observation;

/// <summary>The whole product in one process, with a collector beside it: a person is registered, and asks on her page for another appointment.</summary>
public sealed class When_a_person_acts : IAsyncLifetime
{
    private const string Reference = "7618254";
    private const string Confirmer = "confirmer-rendez-vous";
    private readonly string folder = Directory.CreateTempSubdirectory("parcours-observe-").FullName;
    private readonly ConcurrentQueue<Activity> spans = new();
    private readonly ConcurrentQueue<string> etiquettes = new();
    private readonly ActivityListener traces;
    private readonly MeterListener mesures;
    private readonly Dossier dossier = new()
    {
        Id = Guid.NewGuid().ToString("n"),
        Nom = "Zwicklbauer",
        Prenom = "Perpétue",
        DateNaissance = new(1992, 2, 1),
        CommuneInsee = "62510",
        Territoire = "pas-de-calais",
        ReferenceCaf = Reference,
        SituationJson = """{"qualification":"Bac","moisSansEmploi":4,"seProjetteDansUnEmploi":true}""",
        ModeleId = "national",
        ModeleVersion = 1,
        InscritLe = SystemClock.Instance.GetCurrentInstant(),
    };

    private Collecteur collecteur = null!;
    private RunningHost host = null!;

    public When_a_person_acts()
    {
        traces = new()
        {
            ShouldListenTo = s => s.Name == Traces.Nom,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = spans.Enqueue,
        };
        ActivitySource.AddActivityListener(traces);
        mesures = new()
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name is Mesures.Nom or MetriquesTemporal.Nom)
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        mesures.SetMeasurementEventCallback<long>((i, _, tags, _) => Noter(i, tags));
        mesures.SetMeasurementEventCallback<double>((i, _, tags, _) => Noter(i, tags));
        mesures.Start();
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        collecteur = await Collecteur.DemarrerAsync();
        Environment.SetEnvironmentVariable("OTEL_EXPORTER_OTLP_ENDPOINT", collecteur.Adresse);
        Environment.SetEnvironmentVariable("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf");
        host = await RunningHost.StartAsync(
            new() { DataDirectory = folder, EngineAddress = "127.0.0.1:0", Url = "http://127.0.0.1:0", Sandbox = true, ExporteTelemetrie = true }, new ConfigurationBuilder().Build(), CancellationToken.None);
        await using var db = Ouvrir();
        db.Add(dossier);
        await db.SaveChangesAsync();
        Assert.IsType<ReponseMoteur.Fait>(await host.Services.GetRequiredService<JourneyClient>().DemarrerAsync(dossier, CancellationToken.None));
        await OrienterAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Environment.SetEnvironmentVariable("OTEL_EXPORTER_OTLP_ENDPOINT", null);
        Environment.SetEnvironmentVariable("OTEL_EXPORTER_OTLP_PROTOCOL", null);
        await host.DisposeAsync();
        await collecteur.DisposeAsync();
        traces.Dispose();
        mesures.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Should_be_followed_from_her_form_to_the_partner_and_counted_without_being_named()
    {
        using var personne = new Visiteur(new(host.Url!));
        await personne.EntrerAsync("personne", dossier.Id);
        var tache = await TacheAsync(_ => true);
        var answer = await personne.PostAsync("/inscription", $"/taches/{dossier.Id}/{tache.Id}", new Dictionary<string, string>
        {
            ["geste"] = "deplacer",
            ["cle"] = Guid.NewGuid().ToString(),
            ["a-partir-du"] = tache.EcheanceJour.PlusDays(1).ToString("uuuu-MM-dd", null),
            ["moment"] = "Indifferent",
        });
        Assert.True(answer.StatusCode is HttpStatusCode.Redirect, await answer.Content.ReadAsStringAsync(Stop));
        await TacheAsync(t => t.Id != tache.Id);

        // One trace, from the post to the partner.
        var acte = Assert.Single(spans, s => s.OperationName == "acte deplacer");
        Assert.Equal("Microsoft.AspNetCore.Hosting.HttpRequestIn", acte.Parent?.OperationName);
        var memes = spans.Where(s => s.TraceId == acte.TraceId).ToList();
        Assert.Contains(memes, s => s.OperationName == "activite Decider" && s.ParentSpanId == acte.SpanId);
        var reserver = Assert.Single(memes, s => s.OperationName == "activite ReserverCreneau");
        Assert.Equal(acte.SpanId, reserver.ParentSpanId);
        Assert.Contains(memes, s => s.OperationName == "partenaire agenda" && s.ParentSpanId == reserver.SpanId);

        // Counted, where Prometheus reads.
        await ActivatorUtilities.CreateInstance<VeilleParcours>(host.Services).TournerAsync(Stop);
        var page = await personne.PageAsync(Telemetrie.Adresse);
        Assert.Matches("parcours_actes_total{[^}]*geste=\"deplacer\",issue=\"fait\"", page);
        Assert.Matches("parcours_projections_retard_seconds_count{[^}]*evenement=\"acte\"", page);
        Assert.Matches("parcours_partenaires_duree_seconds_count{[^}]*partenaire=\"agenda\",issue=\"fait\"|parcours_partenaires_duree_seconds_count{[^}]*issue=\"fait\",partenaire=\"agenda\"", page);
        Assert.Matches("parcours_bloques{[^}]*cause=\"parcours interrompu\"[^}]*} 0", page);
        Assert.Matches("parcours_services_abandons{[^}]*service=\"ouverture du parcours\"[^}]*} 0", page);
        Assert.Contains("parcours_services_tours_total", page, StringComparison.Ordinal);
        Assert.Contains("service_requests_total{", page, StringComparison.Ordinal);
        Assert.Contains("parcours_courriers_total", page, StringComparison.Ordinal);
        Assert.Contains("http_server_request_duration_seconds_count", page, StringComparison.Ordinal);
        Assert.Contains("temporal_", page, StringComparison.Ordinal);

        // Sent on, and nobody named: neither in a tag, nor on the page, nor in what left.
        Assert.True(host.Services.GetRequiredService<TracerProvider>().ForceFlush());
        host.Services.GetRequiredService<MeterProvider>().ForceFlush();
        var sortis = string.Concat(collecteur.Recus.Select(r => r.Corps));
        Assert.Contains("acte deplacer", sortis, StringComparison.Ordinal);
        Assert.Contains("POST /taches/{dossierId}/{tacheId}", sortis, StringComparison.Ordinal);
        Assert.Contains("parcours.courriers", sortis, StringComparison.Ordinal);
        Assert.All(
            [dossier.Id, dossier.Nom, dossier.Prenom, Reference, tache.Id],
            secret => Assert.All([page, sortis, string.Concat(etiquettes), string.Concat(spans.SelectMany(s => s.TagObjects).Select(t => $"{t.Value};"))],
                dit => Assert.DoesNotContain(secret, dit, StringComparison.OrdinalIgnoreCase)));
    }

    [Theory]
    [InlineData("X-Forwarded-For", "10.0.0.1")]
    [InlineData("Forwarded", "for=10.0.0.1")]
    public async Task Should_show_its_measures_to_nobody_behind_a_proxy(string header, string value)
    {
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new(host.Url!) };
        using var request = new HttpRequestMessage(HttpMethod.Get, Telemetrie.Adresse) { Headers = { { header, value } } };
        Assert.Equal(HttpStatusCode.Redirect, (await http.SendAsync(request, Stop)).StatusCode);
    }

    private DossiersDbContext Ouvrir() => host.Services.GetRequiredService<IDbContextFactory<DossiersDbContext>>().CreateDbContext();

    private void Noter(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        foreach (var (cle, valeur) in tags)
        {
            // What the SDK says of its own process is no person: an address of the machine, a name of a queue.
            etiquettes.Enqueue($"{instrument.Name} {cle}={valeur};");
        }
    }

    /// <summary>A counsellor confirms the proposed orientation: the appointment follows.</summary>
    private async Task OrienterAsync()
    {
        var tache = await TacheAsync(_ => true, "decider-orientation");
        var reponse = await host.Services.GetRequiredService<JourneyClient>().AgirAsync(
            dossier.Id, tache.Flux, new() { Cle = Guid.NewGuid().ToString("n"), TacheId = tache.Id, Geste = "retenir", Acteur = new(RoleActeur.Conseiller, Agents.De(tache)) }, Stop);
        Assert.True(reponse is ReponseMoteur.Fait, reponse.Phrase);
    }

    private async Task<Tache> TacheAsync(Func<Tache, bool> voulue, string nature = Confirmer)
    {
        using var patience = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        for (var essais = 0; ; essais++)
        {
            await using var db = Ouvrir();
            var taches = await db.Taches.AsNoTracking().Where(t => t.DossierId == dossier.Id && t.Nature == nature && t.CloseLe == null).ToListAsync(Stop);
            if (taches.FirstOrDefault(voulue) is { } tache)
            {
                return tache;
            }

            Assert.True(essais < 600, "Waited in vain.");
            await patience.WaitForNextTickAsync(Stop);
        }
    }
}
