using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Outils;
using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Serialisation;
using FranceTravail.Parcours.Workflows.Taches;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Temporalio.Client;

namespace FranceTravail.Parcours.BoutEnBout.Pannes;

/// <summary>
/// Counsellors and persons who never tire: does the main act of every open task that a journey waits for, over a Temporal client
/// as the pages do. What a dead process did not answer is sent again with the same key.
/// </summary>
internal sealed class Automate(string directory)
{
    /// <summary>A journey goes on without them: left alone, they test reminders instead.</summary>
    private static readonly string[] Facultatives = ["Parcours.SuiviActivites", "Parcours.RevuePeriodique"];

    private readonly FournisseurDossiers store = FournisseurDossiers.De(new() { DataDirectory = directory }, NullLoggerFactory.Instance);

    public IDbContextFactory<DossiersDbContext> Magasin => store;

    public DossiersDbContext Lire() => store.CreateDbContext();

    public static Task<TemporalClient> ConnecterAsync(string engine) =>
        TemporalClient.ConnectAsync(new(engine) { DataConverter = ParcoursDataConverter.Instance, RpcRetry = new() { MaxRetries = 1 } });

    /// <summary>Does what waits. Answers how many acts were accepted.</summary>
    public async Task<int> AgirAsync(TemporalClient client)
    {
        await using var db = Lire();
        var open = await db.Taches.AsNoTracking().Where(t => t.CloseLe == null && !Facultatives.Contains(t.Etape)).ToListAsync();
        var accepted = 0;
        await Parallel.ForEachAsync(open, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (tache, _) =>
        {
            if (tache.Gestes.FirstOrDefault(g => g.Principal) is { } geste
                && await EnvoyerAsync(client, tache, geste))
            {
                Interlocked.Increment(ref accepted);
            }
        });
        return accepted;
    }

    private static async Task<bool> EnvoyerAsync(TemporalClient client, Tache tache, Geste geste)
    {
        var acteur = tache.ResponsableRole switch
        {
            RoleActeur.Personne => new Acteur(RoleActeur.Personne, tache.DossierId),
            var role => new Acteur(role, Agents.De(tache)),
        };
        var acte = new Acte
        {
            Cle = new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"{tache.DossierId}/{tache.Id}/{geste.Code}"))[..16]).ToString("n"),
            TacheId = tache.Id,
            Geste = geste.Code,
            Acteur = acteur,
            Valeurs = geste.Champs.Where(c => c.Obligatoire || c.ParDefaut is not null).ToDictionary(c => c.Nom, Valeur),
        };
        try
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(15));
            await client.GetWorkflowHandle<ParcoursWorkflow>(NomsParcours.IdWorkflow(tache.DossierId))
                .ExecuteUpdateAsync(w => w.AgirAsync(acte), new() { Rpc = new() { CancellationToken = patience.Token } });
            return true;
        }
        catch (Exception e) when (e is Temporalio.Exceptions.TemporalException or OperationCanceledException or TimeoutException)
        {
            // The process died, or the task is no longer to be done: the next round sees what stands.
            return false;
        }
    }

    private static string Valeur(Champ champ) => champ.ParDefaut ?? champ.Type switch
    {
        TypeChamp.Nombre => champ.Min ?? "1",
        TypeChamp.Heures => Math.Max(decimal.Parse(champ.Min ?? "15", CultureInfo.InvariantCulture), 15).ToString(CultureInfo.InvariantCulture),
        TypeChamp.Date => champ.Min ?? champ.Max ?? "2027-01-04",
        TypeChamp.Heure => champ.Min ?? "10:00",
        TypeChamp.Choix or TypeChamp.ChoixMultiple => champ.Choix[0].Code,
        TypeChamp.Case => "oui",
        TypeChamp.Texte => "t-automate",
        _ => "",
    };
}
