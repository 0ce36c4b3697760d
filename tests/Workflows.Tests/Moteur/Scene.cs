using System.Text.Json.Nodes;
using FranceTravail.Parcours.Engine;
using FranceTravail.Parcours.Workflows.Etapes;
using FranceTravail.Parcours.Workflows.Modele;
using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Parcours.Decisions;
using FranceTravail.Parcours.Workflows.Parcours.Etats;
using FranceTravail.Parcours.Workflows.Serialisation;
using FranceTravail.Parcours.Workflows.Taches;
using FranceTravail.Parcours.Workflows.Tests.Banc;
using Google.Protobuf.WellKnownTypes;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime.Extensions;
using Temporalio.Api.TestService.V1;
using Temporalio.Client;
using Temporalio.Worker;

namespace FranceTravail.Parcours.Workflows.Tests.Moteur;

/// <summary>One journey on the real engine with a virtual clock, a real worker that can be stopped and started, and a world in memory.</summary>
public sealed class Scene : IAsyncDisposable
{
    private readonly Journal journal = new();
    private readonly string dossier;
    private readonly EngineServer moteur;
    private DemarrageParcours demarrage = null!;
    private TemporalWorker? ouvrier;
    private CancellationTokenSource? arret;
    private Task? travail;
    private int actes;

    private Scene(string dossier, EngineServer moteur, TemporalClient client, ActivitesEnMemoire activites)
    {
        (this.dossier, this.moteur, Client, Activites) = (dossier, moteur, client, activites);
        Poignee = client.GetWorkflowHandle<ParcoursWorkflow>(NomsParcours.IdWorkflow(DossierId));
    }

    public string DossierId { get; } = "dossier-0001";

    public TemporalClient Client { get; }

    public ActivitesEnMemoire Activites { get; }

    public WorkflowHandle<ParcoursWorkflow> Poignee { get; }

    /// <summary>What the worker warned of.</summary>
    public IReadOnlyCollection<string> Journal => journal.Lignes;

    public IReadOnlyList<string> Codes => Activites.Registre.Codes(DossierId);

    public DateTimeOffset Maintenant => moteur.Clock.GetUtcNow();

    public static async Task<Scene> OuvrirAsync(SituationPersonne? situation = null, ModeleParcours? modele = null, Action<ActivitesEnMemoire>? preparer = null, CatalogueEtapes? catalogue = null)
    {
        var dossier = Directory.CreateTempSubdirectory("parcours-").FullName;
        var moteur = await EngineServer.StartAsync(
            new EngineOptions
            {
                DatabasePath = Path.Combine(dossier, "moteur.db"),
                Address = "127.0.0.1:0",
                VirtualClock = true,
                VirtualStart = new DateTimeOffset(2026, 10, 8, 7, 0, 0, TimeSpan.Zero),
            },
            NullLoggerFactory.Instance,
            TestContext.Current.CancellationToken);
        var client = await TemporalClient.ConnectAsync(new(moteur.Address) { DataConverter = ParcoursDataConverter.Instance, Identity = "tests" });
        modele ??= Modeles.National();
        var scene = new Scene(dossier, moteur, client, new ActivitesEnMemoire(moteur.Clock, modele, catalogue ?? CatalogueEtapes.National));
        scene.demarrage = new DemarrageParcours
        {
            DossierId = scene.DossierId,
            Territoire = "pas-de-calais",
            Commune = "62510",
            ModeleId = modele.Id,
            ModeleVersion = modele.Version,
            Situation = situation ?? Situations.ProcheDeLEmploi,
        };
        preparer?.Invoke(scene.Activites);
        await client.StartWorkflowAsync(
            (ParcoursWorkflow w) => w.RunAsync(scene.demarrage),
            new(NomsParcours.IdWorkflow(scene.DossierId), NomsParcours.FileDeTaches));
        scene.Embaucher();
        return scene;
    }

    /// <summary>Starts a worker that keeps nothing in memory between two tasks.</summary>
    public void Embaucher()
    {
        arret = new CancellationTokenSource();
        ouvrier = new TemporalWorker(
            Client,
            new TemporalWorkerOptions(NomsParcours.FileDeTaches) { MaxCachedWorkflows = 0, LoggerFactory = journal, GracefulShutdownTimeout = TimeSpan.FromSeconds(2) }
                .AddWorkflow<ParcoursWorkflow>()
                .AddAllActivities(Activites));
        travail = ouvrier.ExecuteAsync(arret.Token);
    }

    public async Task CongedierAsync()
    {
        await arret!.CancelAsync();
        try
        {
            await travail!;
        }
        catch (OperationCanceledException)
        {
            // A worker that is told to stop says so in this way.
        }

        ouvrier!.Dispose();
        arret.Dispose();
        ouvrier = null;
    }

    public async Task RemplacerOuvrierAsync()
    {
        await CongedierAsync();
        Embaucher();
    }

    /// <summary>Waits for a task of this kind, as a page that refreshes would.</summary>
    public async Task<TacheParcours> TacheAsync(string nature)
    {
        TacheParcours? tache = null;
        await JusquaAsync(() => (tache = Activites.Registre.TachesOuvertes(DossierId).FirstOrDefault(t => t.Nature == nature)) is not null, nature);
        return tache!;
    }

    public async Task<ResultatActe> AgirAsync(string nature, string geste, params (string Nom, string Valeur)[] valeurs) =>
        await AgirAsync(Acte(await TacheAsync(nature), geste, valeurs));

    /// <summary>A counsellor of the authority confirms the proposed orientation.</summary>
    public Task OrienterAsync() => AgirAsync("decider-orientation", "retenir");

    /// <summary>Opens a thread by hand.</summary>
    public Task<ResultatActe> OuvrirFilAsync(string type, RoleActeur role, string id, params (string Nom, string Valeur)[] valeurs) =>
        AgirAsync(new Acte { Cle = $"cle-{++actes}", OuvreFil = type, Acteur = new Acteur(role, id), Valeurs = valeurs.ToDictionary(v => v.Nom, v => v.Valeur) });

    public Task<ResultatActe> AgirAsync(Acte acte) =>
        Poignee.ExecuteUpdateAsync(w => w.AgirAsync(acte), new() { Id = acte.Cle });

    public Acte Acte(TacheParcours tache, string geste, params (string Nom, string Valeur)[] valeurs) => new()
    {
        Cle = $"cle-{++actes}",
        TacheId = tache.TacheId,
        Geste = geste,
        Acteur = new Acteur(tache.Responsable.Role, Monde.QuiAgit(tache)),
        Valeurs = valeurs.ToDictionary(v => v.Nom, v => v.Valeur),
    };

    /// <summary>What the journey would ask next for an event, from the decisions that the store holds.</summary>
    public DecisionDemandee Suivante(Evenement evenement)
    {
        var decisions = Activites.Registre.Decisions(DossierId);
        var etat = new JsonObject();
        foreach (var decision in decisions)
        {
            Changements.Appliquer(etat, decision.Changements!);
        }

        return new DecisionDemandee
        {
            Demarrage = demarrage,
            Etat = etat,
            Evenement = evenement,
            Maintenant = Maintenant.ToInstant(),
            Numero = decisions.Count + 1,
            Acquis = decisions.Count,
            WorkflowId = NomsParcours.IdWorkflow(DossierId),
            RunId = "killed",
        };
    }

    /// <summary>Lets virtual time pass. A task that a worker took with it when it left comes back only after its timeout, in real time.</summary>
    public Task AvancerAsync(TimeSpan duree) => Client.Connection.TestService.UnlockTimeSkippingWithSleepAsync(
        new SleepRequest { Duration = Duration.FromTimeSpan(duree) }, new() { Timeout = TimeSpan.FromMinutes(3) });

    public Task AvancerJoursAsync(int jours) => AvancerAsync(TimeSpan.FromDays(jours));

    public Task AvancerJusquaAsync(DateTimeOffset moment) => moment > Maintenant ? AvancerAsync(moment - Maintenant) : Task.CompletedTask;

    public Task<AvancementParcours?> AvancementAsync() => Poignee.QueryAsync(w => w.Avancement());

    /// <summary>Waits until the journey asks nothing more of the world.</summary>
    public Task CalmeAsync() => JusquaAsync(async () => await AvancementAsync() is { EnAttente.Count: 0 }, "quiet");

    /// <summary>Waits, in real time, for what the worker is about to do.</summary>
    public Task JusquaAsync(Func<bool> condition, string quoi) => JusquaAsync(() => Task.FromResult(condition()), quoi);

    public async Task JusquaAsync(Func<Task<bool>> condition, string quoi)
    {
        using var patience = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        for (var essais = 0; !await condition(); essais++)
        {
            // Longer than the minute after which what a replaced worker had just taken comes back to another (Appels).
            Assert.True(essais < 4_500, $"Waited in vain for '{quoi}'; facts so far: {string.Join(", ", Codes)}.");
            await patience.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (ouvrier is not null)
        {
            await CongedierAsync();
        }

        await moteur.DisposeAsync();
        Directory.Delete(dossier, recursive: true);
    }
}
