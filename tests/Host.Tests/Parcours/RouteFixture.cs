using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Host.Composition;
using FranceTravail.Parcours.Host.Tests.Web;
using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Serialisation;
using FranceTravail.Parcours.Workflows.Taches;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Temporalio.Client;
using Temporalio.Worker;
using Xunit;

namespace FranceTravail.Parcours.Host.Tests.Parcours;

/// <summary>The engine and the pages, each a host of its own on free ports, a slow road between them, and a worker that comes and goes.</summary>
public sealed class RouteFixture : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("parcours-route-").FullName;
    private RunningHost engine = null!;
    private RunningHost web = null!;

    internal RouteLente Route { get; private set; } = null!;

    public ITemporalClient Client { get; private set; } = null!;

    public IServiceProvider Services => web.Services;

    public async ValueTask InitializeAsync()
    {
        var settings = new ConfigurationBuilder().Build();
        engine = await RunningHost.StartAsync(
            new() { Roles = HostRoles.Engine, DataDirectory = Path.Combine(folder, "moteur"), EngineAddress = "127.0.0.1:0" }, settings, CancellationToken.None);
        Route = new RouteLente(engine.EngineAddress!);
        web = await RunningHost.StartAsync(
            new()
            {
                Roles = HostRoles.Web,
                DataDirectory = Path.Combine(folder, "web"),
                Url = "http://127.0.0.1:0",
                TemporalAddress = Route.Address,
                PartenairesAddress = new("http://127.0.0.1:9"),
                Patience = TimeSpan.FromSeconds(3),
            },
            settings,
            CancellationToken.None);
        Client = await TemporalClient.ConnectAsync(new(engine.EngineAddress!) { DataConverter = ParcoursDataConverter.Instance });
    }

    public async ValueTask DisposeAsync()
    {
        await web.DisposeAsync();
        await Route.DisposeAsync();
        await engine.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    public Visiteur Visiteur() => new(new(web.Url!));

    public DossiersDbContext Dossiers() => Services.GetRequiredService<IDbContextFactory<DossiersDbContext>>().CreateDbContext();

    /// <summary>A worker for as long as <paramref name="work"/> runs.</summary>
    public async Task<T> AvecWorkerAsync<T>(Func<Task<T>> work)
    {
        using var worker = new TemporalWorker(Client, new TemporalWorkerOptions(NomsParcours.FileDeTaches).AddWorkflow<ParcoursDEssai>());
        return await worker.ExecuteAsync(work);
    }

    /// <summary>A dossier whose journey has begun, with one open task of the counsellor that takes a text and hours.</summary>
    internal async Task<Tache> OuvrirAsync()
    {
        var dossier = Tests.Web.Dossiers.Open("Route", 2);
        var task = Tests.Web.Dossiers.Task(dossier, Tests.Web.Dossiers.Now, RoleActeur.Conseiller, "valider 15 h déclarées");
        task.Gestes = [.. new[] { "valider", "refuser", "echouer", "clore" }.Select(code => new Geste
        {
            Code = code,
            Libelle = code,
            Champs = [new Champ { Nom = "raison", Libelle = "Raison", Type = TypeChamp.Texte }, new Champ { Nom = "heures", Libelle = "Heures", Type = TypeChamp.Heures }],
        })];
        await using var db = Dossiers();
        db.AddRange(dossier, task);
        await db.SaveChangesAsync();
        await Client.StartWorkflowAsync(
            NomsParcours.Workflow,
            [new DemarrageParcours { DossierId = dossier.Id, Territoire = dossier.Territoire, Commune = "62510", ModeleId = "national", ModeleVersion = 1, Situation = new() }],
            new(NomsParcours.IdWorkflow(dossier.Id), NomsParcours.FileDeTaches));
        return task;
    }

    public Task<IReadOnlyList<Acte>> ActesAsync(string dossierId) =>
        AvecWorkerAsync(() => Client.GetWorkflowHandle(NomsParcours.IdWorkflow(dossierId)).QueryAsync<IReadOnlyList<Acte>>("Actes", []));

    public async Task<IReadOnlyList<TexteLibre>> TextesAsync(string dossierId)
    {
        await using var db = Dossiers();
        return await db.TextesLibres.AsNoTracking().Where(t => t.DossierId == dossierId).ToListAsync();
    }
}
