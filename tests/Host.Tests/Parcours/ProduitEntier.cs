using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Activities.Histoires;
using FranceTravail.Parcours.Host.Commandes;
using FranceTravail.Parcours.Host.Composition;
using FranceTravail.Parcours.Host.Parcours;
using FranceTravail.Parcours.Outils;
using FranceTravail.Parcours.Workflows.Parcours;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Temporalio.Client;
using Xunit;

namespace FranceTravail.Parcours.Host.Tests.Parcours;

/// <summary>The whole product in one process, and its commands beside it.</summary>
public sealed class ProduitEntier : IAsyncLifetime
{
    private const string Decider = "decider-orientation";

    private readonly string folder = Directory.CreateTempSubdirectory("parcours-produit-").FullName;
    private RunningHost? host;

    public IServiceProvider Services => host!.Services;

    /// <summary>Where its pages are.</summary>
    public Uri Adresse => new(host!.Url!);

    public ITemporalClient Client => Services.GetRequiredService<ITemporalClient>();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>The data folder.</summary>
    public string Dossier => folder;

    public async ValueTask InitializeAsync() => host = await LancerAsync(HostRoles.All);

    /// <summary>Stops the product, does something to its folder, and starts it again, or the engine alone.</summary>
    internal async Task RelancerAsync(Action entre, HostRoles roles = HostRoles.All)
    {
        await ArreterAsync();
        entre();
        host = await LancerAsync(roles);
    }

    private async Task ArreterAsync()
    {
        await (host?.DisposeAsync() ?? ValueTask.CompletedTask);
        host = null;
    }

    private Task<RunningHost> LancerAsync(HostRoles roles) => RunningHost.StartAsync(
        new() { Roles = roles, DataDirectory = folder, EngineAddress = "127.0.0.1:0", Url = "http://127.0.0.1:0", Sandbox = true }, new ConfigurationBuilder().Build(), CancellationToken.None);

    /// <summary>Somebody registers, her orientation is confirmed, and her first task of that kind is there; or that of her orientation itself.</summary>
    public async Task<Dossier> InscrireAsync(string nature)
    {
        var dossier = UnDossier();
        await using (var db = Ouvrir())
        {
            db.Add(dossier);
            await db.SaveChangesAsync(Stop);
        }

        Assert.IsType<ReponseMoteur.Fait>(await Services.GetRequiredService<JourneyClient>().DemarrerAsync(dossier, Stop));
        if (nature != Decider)
        {
            await OrienterAsync(dossier.Id);
        }

        await TacheAsync(dossier.Id, nature);

        // The notice of the orientation is proved beside the appointment: who begins a test finds a journey that asks nothing any more.
        var journey = Client.GetWorkflowHandle(NomsParcours.IdWorkflow(dossier.Id));
        await JusquaAsync(async () => (await journey.QueryAsync<AvancementParcours?>(NomsParcours.RequeteAvancement, []))?.EnAttente.Count == 0);
        return dossier;
    }

    public async ValueTask DisposeAsync()
    {
        await ArreterAsync();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Somebody whose orientation is clear.</summary>
    public static Dossier UnDossier(int modeleVersion = 1) => new()
    {
        Id = Guid.NewGuid().ToString("n"),
        Nom = "Kaba",
        Prenom = "Ana",
        DateNaissance = new(1992, 2, 1),
        CommuneInsee = "62510",
        Territoire = "pas-de-calais",
        SituationJson = """{"qualification":"Bac","moisSansEmploi":4,"seProjetteDansUnEmploi":true}""",
        ModeleId = "national",
        ModeleVersion = modeleVersion,
        InscritLe = SystemClock.Instance.GetCurrentInstant(),
    };

    public DossiersDbContext Ouvrir() => Services.GetRequiredService<IDbContextFactory<DossiersDbContext>>().CreateDbContext();

    public async Task<T> LireAsync<T>(Func<DossiersDbContext, Task<T>> lire)
    {
        await using var db = Ouvrir();
        return await lire(db);
    }

    /// <summary>Every fact of a dossier, marked ones too, in their order.</summary>
    public Task<List<Fait>> FaitsAsync(string dossierId) => LireAsync(
        db => db.Faits.IgnoreQueryFilters().AsNoTracking().Where(f => f.DossierId == dossierId).OrderBy(f => f.Epoque).ThenBy(f => f.Sequence).ToListAsync(TestContext.Current.CancellationToken));

    /// <summary>A command of the program on the same data folder; what it said.</summary>
    public async Task<string> CommandeAsync(params string[] command)
    {
        var (code, dit) = await CodeAsync(command);
        Assert.True(code is 0 or 1, dit);
        return dit;
    }

    /// <summary>The same, with its exit code.</summary>
    public async Task<(int Code, string Dit)> CodeAsync(params string[] command)
    {
        using var output = new StringWriter();
        var code = await HostCommandLine.RunAsync([.. command, "--data", folder], output, output);
        return (code, output.ToString().Replace('\u00a0', ' ').Replace('\u202f', ' '));
    }

    /// <summary>Writes a file and imports it.</summary>
    public async Task<string> ImporterAsync(params string[] lignes)
    {
        var file = Path.Combine(folder, $"{Guid.NewGuid():n}.csv");
        await File.WriteAllLinesAsync(file, lignes, Stop);
        return await CommandeAsync("importer", file);
    }

    public Task<ConstatDossier> VerifierAsync(string dossierId) => Services.GetRequiredService<Verificateur>().VerifierAsync(Client, dossierId, Stop);

    public Task EgaleAsync(string dossierId) => ConcordeAsync(dossierId, Concordance.Egale);

    /// <summary>Rebuilt from the histories: equal to them, but for what only a backup gives back.</summary>
    public Task RebatiAsync(string dossierId) => ConcordeAsync(dossierId, Concordance.Incomplete);

    private Task ConcordeAsync(string dossierId, Concordance attendue) => JusquaAsync(async () => (await VerifierAsync(dossierId)).Concordance == attendue);

    public async Task<Tache> TacheAsync(string dossierId, string nature)
    {
        Tache? tache = null;
        await JusquaAsync(async () => (tache = await LireAsync(db => db.Taches.AsNoTracking().FirstOrDefaultAsync(t => t.DossierId == dossierId && t.Nature == nature && t.CloseLe == null, Stop))) is not null);
        return tache!;
    }

    /// <summary>A counsellor of the authority confirms the proposed orientation.</summary>
    public async Task OrienterAsync(string dossierId) => await AgirAsync(await TacheAsync(dossierId, Decider), "retenir");

    public async Task AgirAsync(Tache tache, string geste) => await AgirAsync(tache.DossierId, tache.Flux, new Acte
    {
        Cle = Guid.NewGuid().ToString("n"),
        TacheId = tache.Id,
        Geste = geste,
        Acteur = new Acteur(tache.ResponsableRole, Agents.De(tache)),
    });

    public async Task AgirAsync(string dossierId, string flux, Acte acte)
    {
        var reponse = await Services.GetRequiredService<JourneyClient>().AgirAsync(dossierId, flux, acte, Stop);
        Assert.True(reponse is ReponseMoteur.Fait, reponse.Phrase);
    }

    public static async Task JusquaAsync(Func<Task<bool>> condition)
    {
        using var patience = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        for (var essais = 0; !await condition(); essais++)
        {
            Assert.True(essais < 3_600, "Waited in vain.");
            await patience.WaitForNextTickAsync(Stop);
        }
    }
}
