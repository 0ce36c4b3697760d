using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Workflows.Parcours.Decisions;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Extensions;
using Temporalio.Activities;
using Temporalio.Exceptions;

namespace FranceTravail.Parcours.Activities.Decisions;

/// <summary>
/// Decisions that fail at each try. They are tried again for ever, and nobody would see that the journey waits: no act is refused, no
/// workflow fails. An operator is told until one succeeds.
/// </summary>
internal static class DecisionsImpossibles
{
    /// <summary>Two failures may be a passing fault; with the third, some seconds later, somebody is told.</summary>
    private const int EssaisSansRienDire = 2;

    /// <summary>The journey tries again after this at the latest.</summary>
    private static readonly Duration EntreEssais = Duration.FromMinutes(10);

    /// <summary>Whether it is this decision that fails, and not the worker that stops or the whole store that does not answer.</summary>
    public static bool Dure(Exception error) =>
        error is not (OperationCanceledException or DossiersException { Passagere: true }) && Essai() > EssaisSansRienDire;

    /// <summary>By the type of the failure alone: its message may say anything of the person.</summary>
    public static async Task NoterAsync(IDbContextFactory<DossiersDbContext> contexts, DecisionDemandee demande, Exception error, CancellationToken cancellationToken)
    {
        var dossierId = demande.Demarrage.DossierId;
        var type = (error as ApplicationFailureException)?.ErrorType ?? error.GetType().Name;
        var motif = $"La décision n° {demande.Numero} du fil « {demande.Demarrage.FilId} » échoue à chaque essai ({type}), et le parcours l’attend ; le détail est dans le journal.";
        var maintenant = TimeProvider.System.GetUtcNow().ToInstant();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var ecriture = await Ecriture.CommencerAsync(db, dossierId, cancellationToken);
        var echec = await db.Echecs.FindAsync([Echec.DecisionImpossible, dossierId], cancellationToken)
            ?? db.Echecs.Add(new() { Service = Echec.DecisionImpossible, DossierId = dossierId, Essais = 0, Depuis = maintenant, Motif = motif }).Entity;
        (echec.Essais, echec.Motif, echec.ProchainEssai) = (Essai(), motif, maintenant + EntreEssais);
        await db.SaveChangesAsync(cancellationToken);
        await ecriture.ValiderAsync(cancellationToken);
    }

    /// <summary>A decision of the dossier succeeded. Of nearly every one there is nothing to take back, so that no turn is waited for.</summary>
    public static async Task OublierAsync(IDbContextFactory<DossiersDbContext> contexts, string dossierId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (!await db.Echecs.AnyAsync(e => e.Service == Echec.DecisionImpossible && e.DossierId == dossierId, cancellationToken))
        {
            return;
        }

        await using var ecriture = await Ecriture.CommencerAsync(db, dossierId, cancellationToken);
        await db.Echecs.Where(e => e.Service == Echec.DecisionImpossible && e.DossierId == dossierId).ExecuteDeleteAsync(cancellationToken);
        await ecriture.ValiderAsync(cancellationToken);
    }

    private static int Essai() => ActivityExecutionContext.HasCurrent ? ActivityExecutionContext.Current.Info.Attempt : 1;
}
