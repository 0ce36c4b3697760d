using System.Text.Json;
using FranceTravail.Parcours.Activities.Decisions;
using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Activities.Fils;
using FranceTravail.Parcours.Engine;
using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Serialisation;
using FranceTravail.Parcours.Workflows.Tests.Banc;
using FranceTravail.Parcours.Workflows.Tests.Fils;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using Temporalio.Api.TestService.V1;
using Temporalio.Client;
using Temporalio.Runtime;
using Temporalio.Worker;
using Temporalio.Worker.Interceptors;

namespace FranceTravail.Parcours.Activities.Tests.Aleas;

/// <summary>Journeys on templates made by chance, on the real engine, the real worker and a real case store, with one virtual clock.</summary>
internal sealed class Lot : IAsyncDisposable
{
    /// <summary>Says nothing of the tasks that are cut: they are thousands.</summary>
    private static readonly TemporalRuntime Muet = new(new() { Telemetry = new() { Logging = new() { Filter = new(core: TelemetryFilterOptions.Level.Error, other: TelemetryFilterOptions.Level.Error) } } });

    private readonly string moteurs = Directory.CreateTempSubdirectory("parcours-lot-").FullName;
    private readonly DossierDeDonnees donnees;
    private readonly Chance chance;
    private readonly IWorkerInterceptor[] interceptors;
    private EngineServer moteur = null!;
    private TemporalWorker ouvrier = null!;
    private CancellationTokenSource arret = null!;
    private Task travail = null!;
    private MondeCompte? monde;

    private Lot(DossierDeDonnees donnees, int coupures, Chance chance, IWorkerInterceptor[] autres)
    {
        (this.donnees, this.chance, Coupures) = (donnees, chance, new Coupures(coupures, chance));
        interceptors = [Coupures, .. autres];
    }

    public Coupures Coupures { get; }

    public ITemporalClient Client { get; private set; } = null!;

    public LocalDate Aujourdhui => LocalDate.FromDateTime(moteur.Clock.GetUtcNow().UtcDateTime);

    public ICollection<string> Effets => monde!.Effets;

    /// <param name="magasin">What keeps the case store.</param>
    /// <param name="coupures">Of a hundred commits, so many after which all is cut.</param>
    /// <param name="graine">Of what partners answer, and of the cuts.</param>
    /// <param name="autres">What else comes between the worker and its work.</param>
    public static async Task<Lot> OuvrirAsync(Magasin magasin, int coupures, int graine, params IWorkerInterceptor[] autres)
    {
        var donnees = await DossierDeDonnees.PreparerAsync(magasin, services => services.AddSingleton(TroisFils.Catalogue));
        var lot = new Lot(donnees, coupures, new Chance(graine), autres);
        await lot.AllumerAsync();
        return lot;
    }

    public DossiersDbContext Ouvrir() => donnees.Ouvrir();

    public T Service<T>()
        where T : notnull => donnees.Services.GetRequiredService<T>();

    /// <summary>A journey on a template of its own, that one of its two threads runs by itself or not.</summary>
    /// <param name="id">Of the dossier, and of its template.</param>
    /// <param name="hasard">Makes the template.</param>
    /// <param name="tache">How long one of its workflow tasks may last; null for what the engine gives.</param>
    public async Task InscrireAsync(string id, Random hasard, TimeSpan? tache = null)
    {
        var modele = TroisFils.Modele([.. Enumerable.Range(0, 20).Select(_ => hasard.Next(1_000))], separe: hasard.Next(2) == 0) with { Id = id };
        var dossier = DossierDeDonnees.UneFiche(id);
        await donnees.EcrireAsync(dossier, new VersionModele
        {
            ModeleId = id,
            Version = modele.Version,
            Nom = "Essai",
            DefinitionJson = "{}",
            ModeleJson = JsonSerializer.Serialize(modele, ParcoursJson.Options),
            Empreinte = id,
            PublieeLe = dossier.InscritLe,
        });
        var demarrage = new DemarrageParcours
        {
            DossierId = id,
            Territoire = dossier.Territoire,
            Commune = "62510",
            ModeleId = id,
            ModeleVersion = modele.Version,
            Situation = hasard.Next(3) switch { 0 => Situations.ProcheDeLEmploi, 1 => Situations.Incertaine, _ => Situations.Eloignee },
        };
        await Client.StartWorkflowAsync((ParcoursWorkflow w) => w.RunAsync(demarrage), new(NomsParcours.IdWorkflow(id), NomsParcours.FileDeTaches) { TaskTimeout = tache });
    }

    /// <summary>Lets virtual time pass.</summary>
    public Task AvancerAsync(TimeSpan duree) => Client.Connection.TestService.UnlockTimeSkippingWithSleepAsync(
        new SleepRequest { Duration = Google.Protobuf.WellKnownTypes.Duration.FromTimeSpan(duree) }, new() { Timeout = TimeSpan.FromMinutes(5) });

    /// <summary>The engine and the worker end and begin again on what they left.</summary>
    public async Task RelancerAsync()
    {
        await EteindreAsync();
        await AllumerAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await EteindreAsync();
        await donnees.DisposeAsync();
        Directory.Delete(moteurs, recursive: true);
    }

    private async Task AllumerAsync()
    {
        moteur = await EngineServer.StartAsync(
            new EngineOptions
            {
                DatabasePath = Path.Combine(moteurs, "moteur.db"),
                Address = "127.0.0.1:0",
                VirtualClock = true,
                Retention = TimeSpan.FromDays(3_650),
                VirtualStart = new DateTimeOffset(2026, 10, 8, 7, 0, 0, TimeSpan.Zero),
            },
            NullLoggerFactory.Instance,
            CancellationToken.None);
        Client = await TemporalClient.ConnectAsync(new(moteur.Address) { Runtime = Muet, DataConverter = ParcoursDataConverter.Instance, LoggerFactory = NullLoggerFactory.Instance });
        monde ??= new MondeCompte(() => moteur.Clock.GetUtcNow(), Coupures, chance);
        ouvrier = new TemporalWorker(
            Client,
            new TemporalWorkerOptions(NomsParcours.FileDeTaches) { Interceptors = interceptors, GracefulShutdownTimeout = TimeSpan.FromSeconds(2), LoggerFactory = NullLoggerFactory.Instance }
                .AddWorkflow<ParcoursWorkflow>()
                .AddAllActivities(donnees.Activites<DecisionActivities>())
                .AddAllActivities(donnees.Activites<FilsActivities>())
                .AddAllActivities(monde));
        arret = new CancellationTokenSource();
        travail = ouvrier.ExecuteAsync(arret.Token);
    }

    private async Task EteindreAsync()
    {
        await arret.CancelAsync();
        try
        {
            await travail;
        }
        catch (OperationCanceledException)
        {
            // A worker that is told to stop says so in this way.
        }

        ouvrier.Dispose();
        arret.Dispose();
        await moteur.DisposeAsync();
    }
}
