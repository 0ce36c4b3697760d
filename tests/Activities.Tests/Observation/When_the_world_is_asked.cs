using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using FranceTravail.Parcours.Activities.Courriers;
using FranceTravail.Parcours.Activities.Observation;
using FranceTravail.Parcours.Activities.Partenaires;
using FranceTravail.Parcours.Activities.Partenaires.Agenda;
using FranceTravail.Parcours.Activities.Tests.Partenaires;
using FranceTravail.Parcours.Host.Simulateurs.Pannes;
using FranceTravail.Parcours.Workflows.Courriers;
using FranceTravail.Parcours.Workflows.Parcours.Demandes;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Temporalio.Exceptions;
using static FranceTravail.Parcours.Activities.Tests.Courriers.RedacteurTests;

namespace FranceTravail.Parcours.Activities.Tests.Observation;

/// <summary>Other tests are measured at the same time: what is sought here has a model, or a failure, of its own.</summary>
public sealed class When_the_world_is_asked : IDisposable
{
    private readonly ConcurrentQueue<string> mesures = new();
    private readonly MeterListener listener;

    public When_the_world_is_asked()
    {
        this.listener = new()
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == Mesures.Nom)
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        this.listener.SetMeasurementEventCallback<long>((i, valeur, tags, _) => Noter(i, valeur, tags));
        this.listener.SetMeasurementEventCallback<double>((i, _, tags, _) => Noter(i, null, tags));
        this.listener.Start();
    }

    [Fact]
    public async Task Should_count_a_letter_by_model_channel_and_outcome()
    {
        await using var simulateurs = await Simulateurs.DemarrerAsync();
        await simulateurs.Dossier.EcrireAsync(DossierDeDonnees.UneFiche());
        await EnvoyerAsync(simulateurs, "revue");
        await EnvoyerAsync(simulateurs, "revue");
        await Assert.ThrowsAsync<ApplicationFailureException>(() => EnvoyerAsync(simulateurs, "Éloïse Durand"));
        await simulateurs.ReglerAsync("Messages", new Reglage(TauxErreur: 1));
        await Assert.ThrowsAsync<PartenaireIndisponibleException>(() => EnvoyerAsync(simulateurs, "absence"));
        Assert.Superset(
            new HashSet<string>
            {
                "parcours.courriers 1 modele=revue canal=Message issue=envoye",
                "parcours.courriers 1 modele=revue canal=Message issue=deja-envoye",
                "parcours.courriers 1 modele=inconnu canal=Message issue=impossible",
                "parcours.courriers 1 modele=absence canal=Message issue=echec",
                "parcours.partenaires.duree partenaire=messages issue=fait",
                "parcours.partenaires.duree partenaire=messages issue=indisponible",
            },
            mesures.ToHashSet());
    }

    [Fact]
    public async Task Should_say_when_a_breaker_opens_and_closes_again()
    {
        await using var simulateurs = await Simulateurs.DemarrerAsync();
        var agenda = simulateurs.Dossier.Services.GetRequiredService<AgendaClient>();
        Task<IReadOnlyList<Creneau>> LireAsync() => agenda.CreneauxAsync("c-1", Instant.FromUtc(2027, 1, 4, 0, 0), Instant.FromUtc(2027, 1, 8, 0, 0), "69123", TestContext.Current.CancellationToken);
        await simulateurs.ReglerAsync("Agenda", new Reglage(TauxErreur: 1));
        await JusquaAsync("parcours.partenaires.disjoncteur 1 partenaire=agenda", () => Assert.ThrowsAsync<PartenaireIndisponibleException>(LireAsync));
        await simulateurs.ReglerAsync("Agenda", new Reglage());
        await JusquaAsync("parcours.partenaires.disjoncteur 0 partenaire=agenda", async () =>
        {
            try
            {
                await LireAsync();
            }
            catch (PartenaireIndisponibleException)
            {
                // Still open: it lets a call through after a while.
            }
        });
    }

    public void Dispose() => listener.Dispose();

    private static Task<CourrierEnvoye> EnvoyerAsync(Simulateurs simulateurs, string code) => simulateurs.Dossier.Activites<CourriersActivities>()
        .EnvoyerAsync(new Appel<EnvoiCourrier> { Cle = $"d1/accompagnement@1/n1#1/{code}", DossierId = "d1", Contenu = UnEnvoi(code) });

    private async Task JusquaAsync(string mesure, Func<Task> faire)
    {
        using var patience = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        for (var essais = 0; !mesures.Contains(mesure); essais++)
        {
            Assert.True(essais < 500, $"Never measured: {mesure}");
            await faire();
            await patience.WaitForNextTickAsync();
        }
    }

    private void Noter(Instrument instrument, long? valeur, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var dits = new List<string> { instrument.Name };
        if (valeur is { } v)
        {
            dits.Add($"{v}");
        }

        foreach (var (cle, dit) in tags)
        {
            dits.Add($"{cle}={dit}");
        }

        mesures.Enqueue(string.Join(' ', dits));
    }
}
