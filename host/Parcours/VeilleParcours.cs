using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Activities.Histoires;
using FranceTravail.Parcours.Activities.Observation;
using FranceTravail.Parcours.Host.Composition;
using FranceTravail.Parcours.Host.Espaces.Taches;
using FranceTravail.Parcours.Host.Imports;
using FranceTravail.Parcours.Host.Inscriptions;
using FranceTravail.Parcours.Workflows.Parcours;
using Microsoft.EntityFrameworkCore;
using Temporalio.Api.Enums.V1;
using Temporalio.Client;
using Temporalio.Exceptions;

namespace FranceTravail.Parcours.Host.Parcours;

/// <summary>
/// Looks for journeys and threads that nothing would ever bring back to somebody: cancelled, terminated or failed while they are open; stuck; an
/// open thread that has no owner nor queue, or no next deadline; what only the case store or only the engine knows. Each is told to the
/// operator (<c>echecs</c>). A journey that was reset has another past: the store is brought to it at once, not only at its next event.
/// </summary>
internal sealed class VeilleParcours(
    IDbContextFactory<DossiersDbContext> contexts,
    ITemporalClient client,
    Echecs echecs,
    Reconstructeur reconstructeur,
    Verificateur verificateur,
    Appariement appariement,
    ILogger<VeilleParcours> logger)
    : ServicePeriodique(TimeSpan.FromMinutes(1), logger)
{
    public const string Interrompu = "parcours interrompu";
    public const string Bloque = "parcours bloqué";
    public const string SansSuite = "fil sans responsable ni échéance";
    public const string Perdu = "parcours inconnu du moteur";
    public const string SansDossier = "parcours sans dossier";

    private const string Requete =
        $"WorkflowType = '{NomsParcours.Workflow}' AND (ExecutionStatus = 'Canceled' OR ExecutionStatus = 'Terminated' OR ExecutionStatus = 'Failed' OR ExecutionStatus = 'TimedOut')";

    public const string Illisible = "historique illisible";

    private const string RequeteBloques =
        $"WorkflowType = '{NomsParcours.Workflow}' AND ExecutionStatus = 'Running' AND {Reprise.Problemes} IN ('category=WorkflowTaskFailed', 'category=WorkflowTaskTimedOut')";

    internal static readonly string[] Causes = [Interrompu, Bloque, SansSuite, Perdu, SansDossier, Illisible, Echec.Depasse];

    /// <summary>All lists of both sides are held against each other so often, and at the first round.</summary>
    private static readonly TimeSpan EntreAppariements = TimeSpan.FromMinutes(10);

    private long? apparie;

    internal override async Task TournerAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var dits = await db.Echecs.AsNoTracking().Where(e => Causes.Contains(e.Service)).ToListAsync(cancellationToken);
        var trouves = new HashSet<(string Cause, string DossierId)>();
        await SansSuiteAsync(db, trouves, cancellationToken);
        await InterrompusAsync(db, trouves, cancellationToken);
        await BloquesAsync(trouves, cancellationToken);
        await DouteuxAsync(db, dits, trouves, cancellationToken);
        await OublierAsync(db, dits.Where(d => !trouves.Contains((d.Service, d.DossierId))), cancellationToken);
        await MesurerAsync(db, trouves, cancellationToken);
    }

    /// <summary>
    /// What was found before and is no longer so has been mended. What was said again since this round began was not examined by it, and
    /// another host may have forgotten the same already.
    /// </summary>
    private static async Task OublierAsync(DossiersDbContext db, IEnumerable<Echec> finis, CancellationToken cancellationToken)
    {
        foreach (var fini in finis)
        {
            await db.Echecs.Where(e => e.Service == fini.Service && e.DossierId == fini.DossierId && e.Essais == fini.Essais).ExecuteDeleteAsync(cancellationToken);
        }
    }

    private async Task SansSuiteAsync(DossiersDbContext db, HashSet<(string Cause, string DossierId)> trouves, CancellationToken cancellationToken)
    {
        var perdus = await db.Fils
            .Where(f => f.ClosLe == null && (!f.Separe || f.Etape != null) && (f.ProchaineEcheance == null || (f.ResponsableId == null && f.ResponsableFile == null)))
            .Select(f => new { f.DossierId, f.Id }).ToListAsync(cancellationToken);
        foreach (var fil in perdus)
        {
            await DireAsync(trouves, SansSuite, fil.DossierId, $"« {fil.Id} » : personne n’y reviendra ; à vérifier (dossiers verifier {fil.DossierId})", cancellationToken);
        }
    }

    private async Task InterrompusAsync(DossiersDbContext db, HashSet<(string Cause, string DossierId)> trouves, CancellationToken cancellationToken)
    {
        await foreach (var workflow in client.ListWorkflowsAsync(Requete).WithCancellation(cancellationToken))
        {
            if (NomsParcours.De(workflow.Id) is not var (id, flux))
            {
                continue;
            }

            try
            {
                if (await InterrompuAsync(db, id, flux, workflow, cancellationToken) is { } motif)
                {
                    await DireAsync(trouves, Interrompu, id, motif, cancellationToken);
                }
            }
            catch (Exception error) when (!cancellationToken.IsCancellationRequested && ReponsesSdk.De(error) is not ReponseMoteur.SansReponse)
            {
                var (cause, motif) = DireIllisible(error, id);
                await DireAsync(trouves, cause, id, motif, cancellationToken);
            }
        }
    }

    private async Task BloquesAsync(HashSet<(string Cause, string DossierId)> trouves, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var workflow in client.ListWorkflowsAsync(RequeteBloques).WithCancellation(cancellationToken))
            {
                if (NomsParcours.De(workflow.Id) is var (id, flux))
                {
                    await DireAsync(trouves, Bloque, id, $"{(flux == NomsParcours.FilPrincipal ? "" : $"« {flux} » : ")}{DireBloque(id)}", cancellationToken);
                }
            }
        }
        catch (RpcException ancien) when (ancien.Code is RpcException.StatusCode.InvalidArgument)
        {
            logger.LogWarning("This service does not list the runs whose workflow tasks fail: neither the watch nor « dossiers verifier » finds them there");
        }
    }

    /// <summary>What to say of a run that ended before its stream did; null when nobody waits for it, or when another has taken its place.</summary>
    private async Task<string?> InterrompuAsync(DossiersDbContext db, string id, string flux, WorkflowExecution workflow, CancellationToken cancellationToken)
    {
        // Runs of long ago stay listed for years: only what the store still follows is looked at, and what it has not begun to follow.
        var suivi = await db.Flux.AnyAsync(f => f.DossierId == id && f.Flux == flux && f.RunId == workflow.RunId && f.Etat == EtatFlux.Courant, cancellationToken);
        if (!suivi && !await EstAttenduAsync(db, id, flux, workflow.RunId, cancellationToken))
        {
            return null;
        }

        // Deleted since the list was made: what only the store knows is found below.
        if (await Deroulements.DernierAsync(client, id, flux) is not { } dernier)
        {
            return null;
        }

        if (dernier.RunId != workflow.RunId)
        {
            if (suivi)
            {
                logger.LogWarning("The journey of dossier {Dossier} goes on in another run than the store knew (taken up, or reset): the case store follows it", id);
                await reconstructeur.RebatirToutAsync(client, id, cancellationToken);
            }

            return null;
        }

        var ouvert = flux == NomsParcours.FilPrincipal
            ? await db.Dossiers.AnyAsync(d => d.Id == id && d.Statut != StatutDossier.Clos, cancellationToken)
            : await db.Fils.AnyAsync(f => f.DossierId == id && f.Id == flux && f.ClosLe == null, cancellationToken);
        return ouvert ? DireArret($"{(flux == NomsParcours.FilPrincipal ? "" : $"« {flux} » : ")}{Dire(workflow.Status)}", id) : null;
    }

    /// <summary>A journey, or a thread that runs by itself, whose first decision the store waits for.</summary>
    private static async Task<bool> EstAttenduAsync(DossiersDbContext db, string id, string flux, string runId, CancellationToken cancellationToken) =>
        (flux == NomsParcours.FilPrincipal
            ? await db.Dossiers.AnyAsync(d => d.Id == id && d.Statut == StatutDossier.AOuvrir, cancellationToken)
            : await db.Fils.AnyAsync(f => f.DossierId == id && f.Id == flux && f.Separe && f.ClosLe == null, cancellationToken))
        && !await db.Flux.AnyAsync(f => f.DossierId == id && f.Flux == flux && (f.RunId == runId || f.Etat == EtatFlux.Courant), cancellationToken);

    /// <summary>Says that a journey was interrupted, and how it is taken up.</summary>
    internal static string DireArret(string quoi, string dossierId) => $"{quoi} ; pour le reprendre : dossiers reprendre {dossierId}";

    /// <summary>Says why a journey that is stuck does not move, and what there is to do.</summary>
    internal static string DireBloque(string dossierId) =>
        $"le programme échoue à chaque essai de le faire avancer, et le détail est dans le journal ; un programme corrigé le poursuit de lui-même ; pour l’arrêter et le reprendre à sa dernière décision, sans ce qui lui a été envoyé depuis : dossiers reprendre {dossierId}";

    private static string Dire(WorkflowExecutionStatus statut) => statut switch
    {
        WorkflowExecutionStatus.Canceled => "annulé dans le moteur",
        WorkflowExecutionStatus.Terminated => "arrêté dans le moteur",
        WorkflowExecutionStatus.TimedOut => "arrêté dans le moteur, sa durée étant dépassée",
        _ => "arrêté sur une erreur",
    };

    /// <summary>What the lists of both sides make doubtful, and what was said before, is held against the histories.</summary>
    private async Task DouteuxAsync(DossiersDbContext db, List<Echec> dits, HashSet<(string Cause, string DossierId)> trouves, CancellationToken cancellationToken)
    {
        var douteux = dits.Where(e => e.Service is not (Interrompu or Bloque or SansSuite)).Select(e => e.DossierId).ToHashSet();
        if (apparie is not { } dernier || TimeProvider.System.GetElapsedTime(dernier) > EntreAppariements)
        {
            douteux.UnionWith(await appariement.DouteuxAsync(client, cancellationToken));
            apparie = TimeProvider.System.GetTimestamp();
        }

        foreach (var id in douteux)
        {
            if (await ExaminerAsync(db, id, cancellationToken) is var (cause, motif))
            {
                await DireAsync(trouves, cause, id, motif, cancellationToken);
            }
        }
    }

    /// <summary>What an operator must know of a dossier; null when all is well.</summary>
    private async Task<(string Cause, string Motif)?> ExaminerAsync(DossiersDbContext db, string id, CancellationToken cancellationToken)
    {
        try
        {
            var constat = await verificateur.VerifierAsync(client, id, cancellationToken);
            if (constat.Concordance is Concordance.Differente && await EnRetardAsync(db, id, cancellationToken))
            {
                logger.LogWarning("The case store is behind the journey of dossier {Dossier}, which has no more to say: it is rebuilt", id);
                await reconstructeur.RebatirToutAsync(client, id, cancellationToken);
                constat = await verificateur.VerifierAsync(client, id, cancellationToken);
            }

            return constat.Concordance switch
            {
                Concordance.SansParcours or Concordance.SansFil => (Perdu, $"il a été effacé, ou le moteur n’est pas le bon ; pour le recommencer : dossiers reprendre {id}"),
                Concordance.SansDossier => (SansDossier, $"la base est plus ancienne, ou n’est pas la bonne ; pour le rebâtir : dossiers reconstruire {id}"),
                Concordance.Differente => (Echec.Depasse, $"la base montre autre chose que son histoire ; pour le rebâtir : dossiers reconstruire {id}"),
                _ => null,
            };
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested && ReponsesSdk.De(error) is not ReponseMoteur.SansReponse)
        {
            return DireIllisible(error, id);
        }
    }

    private (string Cause, string Motif) DireIllisible(Exception error, string id)
    {
        logger.LogError(error, "The history of dossier {Dossier} cannot be read", id);
        return (Illisible, "le détail est dans le journal ; une sauvegarde du moteur la tient peut-être entière");
    }

    /// <summary>Open for the store, and over for the engine: no event will come that would bring the store to it.</summary>
    private async Task<bool> EnRetardAsync(DossiersDbContext db, string id, CancellationToken cancellationToken) =>
        await db.Dossiers.AnyAsync(d => d.Id == id && d.Statut == StatutDossier.Ouvert, cancellationToken)
        && await Deroulements.DernierAsync(client, id, NomsParcours.FilPrincipal) is { Status: Temporalio.Api.Enums.V1.WorkflowExecutionStatus.Completed };

    private async Task DireAsync(HashSet<(string Cause, string DossierId)> trouves, string cause, string dossierId, string motif, CancellationToken cancellationToken)
    {
        if (trouves.Add((cause, dossierId)) && await echecs.NoterAsync(cause, dossierId, motif, cancellationToken))
        {
            logger.LogError("Dossier {Dossier} waits for an operator: {Cause}", dossierId, cause);
        }
    }

    private static async Task MesurerAsync(DossiersDbContext db, HashSet<(string Cause, string DossierId)> trouves, CancellationToken cancellationToken)
    {
        foreach (var cause in Causes)
        {
            Mesures.Bloques.Record(trouves.Count(t => t.Cause == cause), new KeyValuePair<string, object?>("cause", cause));
        }

        // Told by the worker at each try, and forgotten by it at the first success.
        var impossibles = await db.Echecs.CountAsync(e => e.Service == Echec.DecisionImpossible, cancellationToken);
        Mesures.Bloques.Record(impossibles, new KeyValuePair<string, object?>("cause", Echec.DecisionImpossible));

        var abandons = await db.Echecs.Where(e => e.ProchainEssai == null).GroupBy(e => e.Service).Select(g => new { g.Key, Nombre = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Nombre, cancellationToken);
        foreach (var service in (string[])[RepriseInscriptions.Service, EnvoiDonnees.Service, BalayageBrouillons.Service, .. Causes])
        {
            Mesures.Abandons.Record(abandons.GetValueOrDefault(service), new KeyValuePair<string, object?>("service", service));
        }
    }
}
