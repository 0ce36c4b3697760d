using FranceTravail.Parcours.Activities.Dossiers;
using System.Collections.Concurrent;
using FranceTravail.Parcours.Activities.Histoires;
using FranceTravail.Parcours.Outils;
using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Tests.Banc;
using Microsoft.EntityFrameworkCore;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.WorkflowService.V1;
using Temporalio.Exceptions;

namespace FranceTravail.Parcours.Activities.Tests.Aleas;

/// <summary>All that may happen to one journey from outside, by chance: acts, once or twice, threads opened, resets, endings that are taken up again.</summary>
internal sealed class Passant(Lot lot, string dossierId, int graine)
{
    private readonly Random hasard = new(graine);
    private int actes;

    /// <summary>Keys of the acts that were answered as done.</summary>
    public ConcurrentBag<string> Faits { get; } = [];

    /// <summary>Its past was taken back once at least.</summary>
    public bool Reinitialise { get; private set; }

    public int Reinitialisations { get; private set; }

    public int Reprises { get; private set; }

    public Task PasserAsync() => hasard.Next(100) switch
    {
        < 70 => AgirAsync(),
        < 80 => OuvrirFilAsync(),
        < 88 => ReinitialiserAsync(),
        < 92 => InterrompreAsync(),
        _ => Task.CompletedTask,
    };

    private async Task AgirAsync()
    {
        await using var db = lot.Ouvrir();
        var taches = await db.Taches.AsNoTracking().Where(t => t.DossierId == dossierId && t.CloseLe == null).OrderBy(t => t.Id).ToListAsync();
        if (taches.Count == 0)
        {
            return;
        }

        var tache = taches[hasard.Next(taches.Count)];
        var geste = tache.Gestes[hasard.Next(tache.Gestes.Count)];
        var acte = new Acte
        {
            Cle = $"{dossierId}-{++actes}",
            TacheId = tache.Id,
            Geste = geste.Code,
            Acteur = new Acteur(tache.ResponsableRole, Agents.De(tache)),
            Valeurs = geste.Champs.Select(c => (c.Nom, Valeur: Hasards.Valeur(c, hasard.Next(1_000), lot.Aujourdhui))).Where(v => v.Valeur != "").ToDictionary(v => v.Nom, v => v.Valeur),
        };
        await Task.WhenAll(Enumerable.Range(0, hasard.Next(4) == 0 ? 3 : 1).Select(_ => EnvoyerAsync(tache.Flux, acte)));
    }

    private Task OuvrirFilAsync() => EnvoyerAsync(
        NomsParcours.FilPrincipal,
        new Acte { Cle = $"{dossierId}-{++actes}", OuvreFil = $"fil-{hasard.Next(3)}", Acteur = new Acteur(RoleActeur.Conseiller, "c-rhone-1") });

    /// <summary>While its tasks are cut one after the other, a journey takes nothing yet: the same act is sent again, as a page does.</summary>
    private async Task EnvoyerAsync(string flux, Acte acte)
    {
        while (!await EssayerAsync(flux, acte))
        {
            await Task.Delay(500);
        }
    }

    /// <returns>False when the journey could not take it yet.</returns>
    private async Task<bool> EssayerAsync(string flux, Acte acte)
    {
        try
        {
            await lot.Client.GetWorkflowHandle<ParcoursWorkflow>(NomsParcours.IdWorkflow(dossierId, flux)).ExecuteUpdateAsync(w => w.AgirAsync(acte), new() { Id = acte.Cle });
            Faits.Add(acte.Cle);
        }
        catch (WorkflowUpdateFailedException refus) when (refus.InnerException is ApplicationFailureException { ErrorType: NomsParcours.ActeRefuse } dit)
        {
            if (!dit.Message.EndsWith('.'))
            {
                lot.Coupures.Fautes.Enqueue($"{dossierId}: refused by « {dit.Message} »");
            }
        }
        catch (RpcException ailleurs) when (ailleurs.Code is RpcException.StatusCode.NotFound)
        {
            // It has ended, or was taken back: nothing was done.
        }
        catch (RpcException occupee) when (occupee.Code is RpcException.StatusCode.FailedPrecondition)
        {
            return false;
        }

        return true;
    }

    /// <summary>Takes the past back to a task by chance, of the journey or of a thread that runs by itself; what was acted since is acted again or lost.</summary>
    private async Task ReinitialiserAsync()
    {
        var flux = await UnFluxAsync();
        var id = NomsParcours.IdWorkflow(dossierId, flux);
        var taches = (await lot.Client.GetWorkflowHandle(id).FetchHistoryAsync()).Events.Where(e => e.EventType == EventType.WorkflowTaskCompleted).ToList();
        if (taches.Count == 0)
        {
            return;
        }

        var demande = new ResetWorkflowExecutionRequest
        {
            Namespace = lot.Client.Options.Namespace,
            WorkflowExecution = new() { WorkflowId = id },
            Reason = "essai",
            RequestId = $"{dossierId}-{Reinitialisations}",
            WorkflowTaskFinishEventId = taches[hasard.Next(taches.Count)].EventId,
        };
        if (hasard.Next(2) == 0)
        {
            demande.ResetReapplyExcludeTypes.Add(ResetReapplyExcludeType.Update);
        }

        Reinitialise = true;
        Reinitialisations++;
        await lot.Client.WorkflowService.ResetWorkflowExecutionAsync(demande);
        await RebatirAsync();
    }

    /// <summary>Where many write, the turn of one may not come within its patience: asked again, as the watch does.</summary>
    private async Task RebatirAsync()
    {
        for (var fait = false; !fait;)
        {
            try
            {
                await lot.Service<Reconstructeur>().RebatirToutAsync(lot.Client, dossierId, default);
                fait = true;
            }
            catch (DossiersException occupee) when (occupee.Passagere)
            {
                fait = false;
            }
        }
    }

    private async Task InterrompreAsync()
    {
        var flux = await UnFluxAsync();
        var journey = lot.Client.GetWorkflowHandle(NomsParcours.IdWorkflow(dossierId, flux));
        try
        {
            await (hasard.Next(2) == 0 ? journey.TerminateAsync("essai") : journey.CancelAsync());
        }
        catch (RpcException finie) when (finie.Code is RpcException.StatusCode.NotFound)
        {
            return;
        }

        // A cancelled journey ends at its next task.
        try
        {
            await journey.GetResultAsync(followRuns: false);
        }
        catch (Exception fin) when (fin is WorkflowFailedException or WorkflowContinuedAsNewException)
        {
            // Interrupted, as it was to be; or it had just continued.
        }

        if (await Reprise.ReprendreAsync(lot.Client, dossierId, flux))
        {
            Reprises++;
        }
    }

    /// <summary>The journey, or one of its threads that is a workflow of its own.</summary>
    private async Task<string> UnFluxAsync()
    {
        await using var db = lot.Ouvrir();
        var flux = await db.Flux.Where(f => f.DossierId == dossierId).Select(f => f.Flux).Distinct().OrderBy(f => f).ToListAsync();
        return flux.Count == 0 ? NomsParcours.FilPrincipal : flux[hasard.Next(flux.Count)];
    }
}
