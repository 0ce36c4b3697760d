using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Workflows.Parcours;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Extensions;
using NodaTime.Text;
using Temporalio.Api.WorkflowService.V1;
using Temporalio.Client;
using Temporalio.Exceptions;

namespace FranceTravail.Parcours.Host.Composition;

/// <summary>
/// Ties a case store to the engine that holds its histories. The store keeps the id of that engine's namespace, so that no other engine is
/// taken for it; and both keep the moment at which they were last seen together, so that an older file of either is told from the other.
/// </summary>
internal sealed class LienMoteur(
    IDbContextFactory<DossiersDbContext> contexts, ITemporalClient client, HostSettings options, ILogger<LienMoteur> logger)
{
    private const string Donnee = "parcours.repere";
    private const string Rebatir = "lancez « --role engine », rebâtissez la base à partir des historiques par « dossiers reconstruire », puis relancez.";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Each process of the product writes the moment once a minute, on both sides one after the other, and none waits for another: what is
    /// left on one side may be of another writer than what is left on the other, without anything being lost. Within that, moments say
    /// nothing, and the streams are compared by their positions (<see cref="Positions"/>).
    /// </summary>
    private static readonly Duration Tolerance = Duration.FromMinutes(5);

    private volatile bool tenu;
    private volatile bool muet;
    private string? connue;

    /// <summary>Whether the engine was held against the store once by this process. Before, nothing is asked of it.</summary>
    public bool Tenu => tenu;

    /// <summary>The engine did not answer when it was asked last.</summary>
    public bool Muet => muet;

    /// <summary>Holds the store against the engine that answers, and notes that they were together. The first time ties them.</summary>
    /// <returns>False when no engine answers.</returns>
    /// <exception cref="StartupRefusal">
    /// It is another engine, or that of another store; or one of both is older than when they were last together, or the store is empty beside journeys.
    /// </exception>
    public Task<bool> TenirAsync(CancellationToken cancellationToken) => AvecLeMoteurAsync(async (db, moteur) =>
    {
        await RefuserAsync(() => LireAsync(db, cancellationToken), moteur, cancellationToken);
        await MarquerAsync(db, moteur, cancellationToken);
    }, cancellationToken);

    /// <summary>Whether something may be asked of the engine: it is held against the store now where this process has not done so yet.</summary>
    /// <returns>False when no engine answers, or one that <see cref="TenirAsync"/> refuses.</returns>
    public async Task<bool> PermetAsync(CancellationToken cancellationToken)
    {
        try
        {
            return tenu || await TenirAsync(cancellationToken);
        }
        catch (StartupRefusal refus)
        {
            logger.LogError("Nothing is asked of the engine that answers: {Reason}", refus.Message);
            return false;
        }
    }

    /// <summary>The refusals of <see cref="TenirAsync"/>, for who only looks: nothing is written.</summary>
    /// <param name="base">Whether there is a store to look at; without one, an empty one is meant.</param>
    /// <param name="cancellationToken">Ends the look.</param>
    /// <returns>False when no engine answers.</returns>
    /// <exception cref="StartupRefusal">As there.</exception>
    public async Task<bool> ControlerAsync(bool @base, CancellationToken cancellationToken)
    {
        if (await DecrireAsync(cancellationToken) is not { } moteur)
        {
            return false;
        }

        await using var db = @base ? await contexts.CreateDbContextAsync(cancellationToken) : null;
        await RefuserAsync(() => LireAsync(db, cancellationToken), moteur, cancellationToken);
        return true;
    }

    /// <summary>Before a first store is made in this folder.</summary>
    /// <exception cref="StartupRefusal">The engine knows journeys; or it is one of this folder, which does not answer and would say it.</exception>
    public async Task PermettreUneBaseAsync(CancellationToken cancellationToken)
    {
        if (!await ControlerAsync(@base: false, cancellationToken) && EngineIdentityFile.Read(options.DataDirectory) is not null)
        {
            throw new StartupRefusal(
                $"Il n’y a pas de base de dossiers dans « {options.DataDirectory} », où un moteur a tourné, et ce moteur ne répond pas : il dirait si des parcours y sont suivis. Lancez-le d’abord (« --role engine »), ou remettez la base à sa place. Rien n’a été fait.");
        }
    }

    /// <summary>Holds the identities only: what a command does that reads, or mends what is older.</summary>
    /// <returns>False when no engine answers.</returns>
    /// <exception cref="StartupRefusal">It is another engine, or that of another store.</exception>
    public Task<bool> ReconnaitreAsync(CancellationToken cancellationToken) => AvecLeMoteurAsync(async (db, moteur) =>
    {
        var vue = await LireAsync(db, cancellationToken);
        RefuserAutre(vue, moteur);
        if (vue is { Identite.Moteur: null, Vide: false } && !EstDuDossier(moteur) && (Repere(moteur) is not null || await CompterAsync(cancellationToken) > 0))
        {
            throw Etranger();
        }
    }, cancellationToken);

    /// <summary>Holds the engine against what the folder alone remembers of it: the store is gone, and is to be rebuilt.</summary>
    /// <returns>False when no engine answers.</returns>
    /// <exception cref="StartupRefusal">It is another engine, or one that knows no journey.</exception>
    public async Task<bool> ReconnaitreSansBaseAsync(CancellationToken cancellationToken)
    {
        if (await DecrireAsync(cancellationToken) is not { } moteur)
        {
            return false;
        }

        RefuserAutre(VueBase.Absente, moteur);
        return await CompterAsync(cancellationToken) > 0 ? true
            : throw new StartupRefusal("Le moteur qui répond ne connaît aucun parcours : rien ne peut être rebâti à partir de lui. Remettez à sa place la base des dossiers, ou restaurez sa dernière sauvegarde. Rien n’a été fait.");
    }

    /// <summary>From now on the store belongs to the engine that answers, as old as each of them is.</summary>
    /// <returns>False when no engine answers.</returns>
    public Task<bool> RattacherAsync(CancellationToken cancellationToken) => AvecLeMoteurAsync((db, moteur) => MarquerAsync(db, moteur, cancellationToken), cancellationToken);

    private async Task<bool> AvecLeMoteurAsync(Func<DossiersDbContext, DescribeNamespaceResponse, Task> faire, CancellationToken cancellationToken)
    {
        if (await DecrireAsync(cancellationToken) is not { } moteur)
        {
            return false;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await faire(db, moteur);
        return true;
    }

    private async Task<DescribeNamespaceResponse?> DecrireAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limit.CancelAfter(Patience);
            var moteur = await client.WorkflowService.DescribeNamespaceAsync(new() { Namespace = options.TemporalNamespace }, new() { CancellationToken = limit.Token }).WaitAsync(limit.Token);
            muet = false;
            return moteur;
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            // Looked at every few seconds: said once for each silence.
            logger.Log(muet ? LogLevel.Debug : LogLevel.Warning, "The engine does not answer yet, so the case store is not compared with it: {Reason}", error.Message);
            muet = true;
            return null;
        }
    }

    /// <summary>The one place that says whether a store and an engine may work together.</summary>
    private async Task RefuserAsync(Func<Task<VueBase>> lire, DescribeNamespaceResponse moteur, CancellationToken cancellationToken)
    {
        var vue = await lire();
        RefuserAutre(vue, moteur);
        if ((vue.Vide || vue.Identite?.Moteur is null) && await CompterAsync(cancellationToken) is > 0 and var journeys)
        {
            // Another process may have tied both meanwhile, and begun a journey.
            vue = await lire();
            RefuserVide(vue, moteur, journeys);
        }

        RefuserAncien(vue.Identite, moteur);
        if (!tenu && !vue.Vide && await Positions.EnRetardAsync(contexts, client, cancellationToken))
        {
            throw BaseAncienne();
        }
    }

    private void RefuserAutre(VueBase vue, DescribeNamespaceResponse moteur)
    {
        // The database of a server may be made anew under its own name, as a file may be put in place of another.
        if (vue.Identite is { Id: var id } && (connue ??= id) != id)
        {
            throw new StartupRefusal("La base des dossiers a été remplacée par une autre pendant que le programme tournait : il s’arrête pour ne rien mêler. Remettez à sa place celle qui y était, puis relancez.");
        }

        var attendu = vue.Identite?.Moteur ?? EngineIdentityFile.Read(options.DataDirectory);
        if (attendu is not null && attendu != moteur.NamespaceInfo.Id)
        {
            throw new StartupRefusal(
                $"Le moteur qui répond à {client.Connection.Options.TargetHost} n’est pas celui de cette base de dossiers : rien n’a été fait. Lancez celui du dossier « {options.DataDirectory} », ou donnez son adresse. "
                + "Si celui-ci doit le remplacer pour de bon : dossiers rattacher.");
        }
    }

    private void RefuserVide(VueBase vue, DescribeNamespaceResponse moteur, long journeys)
    {
        if (vue.Vide)
        {
            throw new StartupRefusal(
                $"Le moteur connaît des parcours ({journeys}), et la base des dossiers est vide, ou manque : elle a été effacée, déplacée, ou ce n’est pas la bonne. Restaurez-la ; ou {Rebatir}");
        }

        if (vue.Identite?.Moteur is null)
        {
            throw EstDuDossier(moteur) ? BaseAncienne() : Etranger();
        }
    }

    private void RefuserAncien(IdentiteBase? identite, DescribeNamespaceResponse moteur)
    {
        var (montre, precedent, garde) = (identite?.Repere, identite?.ReperePrecedent, Repere(moteur));
        if (garde == montre || garde == precedent || (garde is { } g && montre is { } m && Duration.Max(g - m, m - g) < Tolerance))
        {
            return;
        }

        throw montre is null && !EstDuDossier(moteur) ? Etranger()
            : montre is null || garde > montre ? BaseAncienne()
            : new StartupRefusal($"Le moteur est plus ancien que la base des dossiers : des actes confirmés y manquent. Restaurez sa dernière sauvegarde ; ou, pour continuer avec ce qu’il sait, {Rebatir}");
    }

    private static StartupRefusal BaseAncienne() =>
        new($"La base des dossiers est plus ancienne que le moteur : des personnes et des actes confirmés y manquent. Restaurez la dernière sauvegarde ; ou {Rebatir}");

    private StartupRefusal Etranger() => new(
        $"Le moteur qui répond à {client.Connection.Options.TargetHost} travaille déjà avec une autre base de dossiers : rien n’a été fait. Lancez celui du dossier « {options.DataDirectory} », ou donnez son adresse. "
        + "Si cette base-ci doit remplacer l’autre pour de bon : dossiers rattacher.");

    /// <summary>Whether the engine that answers is the one whose file lies in this folder.</summary>
    private bool EstDuDossier(DescribeNamespaceResponse moteur) => EngineIdentityFile.Read(options.DataDirectory) == moteur.NamespaceInfo.Id;

    private async Task<long> CompterAsync(CancellationToken cancellationToken) =>
        (await client.CountWorkflowsAsync($"WorkflowType = '{NomsParcours.Workflow}'", new() { Rpc = new() { CancellationToken = cancellationToken } })).Count;

    private static async Task<VueBase> LireAsync(DossiersDbContext? db, CancellationToken cancellationToken) => db is null
        ? VueBase.Absente
        : new(await db.Identites.AsNoTracking().SingleAsync(cancellationToken), !await db.Dossiers.AnyAsync(cancellationToken));

    /// <summary>The store first, which keeps the moment before: a cut between both leaves the engine with that one.</summary>
    private async Task MarquerAsync(DossiersDbContext db, DescribeNamespaceResponse moteur, CancellationToken cancellationToken)
    {
        var maintenant = TimeProvider.System.GetUtcNow().ToInstant();
        await using (var ecriture = await Ecriture.CommencerAsync(db, null, cancellationToken))
        {
            var identite = await db.Identites.SingleAsync(cancellationToken);
            (identite.Moteur, identite.ReperePrecedent, identite.Repere) = (moteur.NamespaceInfo.Id, Repere(moteur), maintenant);
            await db.SaveChangesAsync(cancellationToken);
            await ecriture.ValiderAsync(cancellationToken);
        }

        try
        {
            await client.WorkflowService.UpdateNamespaceAsync(
                new() { Namespace = options.TemporalNamespace, UpdateInfo = new() { Data = { [Donnee] = InstantPattern.ExtendedIso.Format(maintenant) } } },
                new() { CancellationToken = cancellationToken });
        }
        catch (RpcException refus) when (refus.Code is RpcException.StatusCode.PermissionDenied or RpcException.StatusCode.Unimplemented)
        {
            logger.LogWarning("Namespace {Namespace} may not be changed ({Code}): an older file of the engine is not told at start", options.TemporalNamespace, refus.Code);
        }

        tenu = true;
    }

    private static Instant? Repere(DescribeNamespaceResponse moteur) =>
        moteur.NamespaceInfo.Data.TryGetValue(Donnee, out var texte) && InstantPattern.ExtendedIso.Parse(texte) is { Success: true, Value: var moment } ? moment : null;

    /// <summary>What the store says of itself: its identity, null where there is none yet, and whether nobody is in it.</summary>
    private sealed record VueBase(IdentiteBase? Identite, bool Vide)
    {
        public static readonly VueBase Absente = new(null, true);
    }
}
