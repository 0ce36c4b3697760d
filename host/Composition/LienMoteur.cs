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

    /// <summary>Several processes write the moment, each on both sides, and pass one another.</summary>
    private static readonly Duration Tolerance = Duration.FromMinutes(5);

    /// <summary>Holds the store against the engine that answers, and notes that they were together.</summary>
    /// <returns>False when no engine answers.</returns>
    /// <exception cref="StartupRefusal">It is another engine, or one of both is older than when they were last together.</exception>
    public Task<bool> TenirAsync(CancellationToken cancellationToken) => AvecLeMoteurAsync(async (db, moteur) =>
    {
        var identite = await db.Identites.AsNoTracking().SingleAsync(cancellationToken);
        RefuserAutre(identite, moteur);
        await RefuserVideAsync(db, cancellationToken);
        RefuserAncien(identite, moteur);
        await MarquerAsync(db, moteur, cancellationToken);
    }, cancellationToken);

    /// <summary>Holds the identities only: what a command does that mends what is older.</summary>
    /// <returns>False when no engine answers.</returns>
    /// <exception cref="StartupRefusal">It is another engine.</exception>
    public Task<bool> ReconnaitreAsync(CancellationToken cancellationToken) => AvecLeMoteurAsync(
        async (db, moteur) => RefuserAutre(await db.Identites.AsNoTracking().SingleAsync(cancellationToken), moteur), cancellationToken);

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
            return await client.WorkflowService.DescribeNamespaceAsync(new() { Namespace = options.TemporalNamespace }, new() { CancellationToken = limit.Token });
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            logger.LogWarning("The engine does not answer yet, so the case store is not compared with it: {Reason}", error.Message);
            return null;
        }
    }

    private void RefuserAutre(IdentiteBase identite, DescribeNamespaceResponse moteur)
    {
        var attendu = identite.Moteur ?? EngineIdentityFile.Read(options.DataDirectory);
        if (attendu is not null && attendu != moteur.NamespaceInfo.Id)
        {
            throw new StartupRefusal(
                $"Le moteur qui répond à {client.Connection.Options.TargetHost} n’est pas celui de cette base de dossiers : rien n’a été fait. Lancez celui du dossier « {options.DataDirectory} », ou donnez son adresse. "
                + "Si celui-ci doit le remplacer pour de bon : dossiers rattacher.");
        }
    }

    private async Task RefuserVideAsync(DossiersDbContext db, CancellationToken cancellationToken)
    {
        if (!await db.Dossiers.AnyAsync(cancellationToken)
            && (await client.CountWorkflowsAsync($"WorkflowType = '{NomsParcours.Workflow}'", new() { Rpc = new() { CancellationToken = cancellationToken } })).Count is > 0 and var journeys)
        {
            throw new StartupRefusal(
                $"Le moteur connaît des parcours ({journeys}), et la base des dossiers est vide : elle a été effacée, ou ce n’est pas la bonne. Restaurez-la ; ou {Rebatir}");
        }
    }

    private static void RefuserAncien(IdentiteBase identite, DescribeNamespaceResponse moteur)
    {
        var (montre, precedent, garde) = (identite.Repere, identite.ReperePrecedent, Repere(moteur));
        if (garde == montre || garde == precedent || (garde is { } g && montre is { } m && Duration.Max(g - m, m - g) < Tolerance))
        {
            return;
        }

        throw new StartupRefusal(montre is null || garde > montre
            ? $"La base des dossiers est plus ancienne que le moteur : des personnes et des actes confirmés y manquent. Restaurez la dernière sauvegarde ; ou {Rebatir}"
            : $"Le moteur est plus ancien que la base des dossiers : des actes confirmés y manquent. Restaurez sa dernière sauvegarde ; ou, pour continuer avec ce qu’il sait, {Rebatir}");
    }

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
    }

    private static Instant? Repere(DescribeNamespaceResponse moteur) =>
        moteur.NamespaceInfo.Data.TryGetValue(Donnee, out var texte) && InstantPattern.ExtendedIso.Parse(texte) is { Success: true, Value: var moment } ? moment : null;
}
