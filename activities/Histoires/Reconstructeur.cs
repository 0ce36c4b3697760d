using System.Text.Json;
using FranceTravail.Parcours.Activities.Decisions;
using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Parcours.Decisions;
using FranceTravail.Parcours.Workflows.Serialisation;
using Microsoft.EntityFrameworkCore;
using NodaTime.Extensions;
using Temporalio.Client;

namespace FranceTravail.Parcours.Activities.Histoires;

/// <summary>Rebuilds what the case store shows of a stream from its histories.</summary>
public sealed class Reconstructeur(IDbContextFactory<DossiersDbContext> contexts, Effacement effacement, TimeProvider clock)
{
    /// <summary>Makes the store hold what the history of the asking run holds: its decisions before the one that it asks for.</summary>
    internal async Task RattraperAsync(ITemporalClient client, DecisionDemandee demande, CancellationToken cancellationToken)
    {
        var histoire = await LecteurHistoires.LireAsync(client, demande.WorkflowId, demande.RunId);
        await RebatirAsync(histoire, demande.RunId, demande.Numero - 1, cancellationToken);
    }

    /// <summary>Rebuilds every stream of a dossier: the journey's, then those of threads that run by themselves and that the service holds.</summary>
    public async Task RebatirToutAsync(ITemporalClient client, string dossierId, CancellationToken cancellationToken)
    {
        await RebatirAsync(client, await client.GetWorkflowHandle(NomsParcours.IdWorkflow(dossierId)).DescribeAsync(), cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        foreach (var fil in await db.Fils.Where(f => f.DossierId == dossierId && f.Separe).Select(f => f.Id).ToListAsync(cancellationToken))
        {
            if (await Reprise.DecrireAsync(client, dossierId, fil) is { } separe)
            {
                await RebatirAsync(client, separe, cancellationToken);
            }
        }
    }

    private async Task RebatirAsync(ITemporalClient client, WorkflowExecutionDescription workflow, CancellationToken cancellationToken) =>
        await RebatirAsync(await LecteurHistoires.LireAsync(client, workflow.Id, workflow.RunId), workflow.RunId, long.MaxValue, cancellationToken);

    private async Task RebatirAsync(HistoireFlux histoire, string runId, long jusqua, CancellationToken cancellationToken)
    {
        var (dossierId, nom) = (histoire.Demarrage.DossierId, histoire.Demarrage.FilId);
        var acquises = histoire.Decisions.Where(d => d.Numero <= jusqua).ToList();
        var acquis = acquises.Count == 0 ? 0 : acquises[^1].Numero;
        if (jusqua != long.MaxValue && acquis != jusqua)
        {
            throw new FluxRompuException($"The histories of {nom} hold {acquises.Count} decisions, {jusqua} are needed.");
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var ecriture = await Ecriture.CommencerAsync(db, dossierId, cancellationToken);
        var dossier = await db.Dossiers.FirstOrDefaultAsync(d => d.Id == dossierId, cancellationToken)
            ?? (jusqua == long.MaxValue ? db.Dossiers.Add(SansIdentite(histoire)).Entity : throw DossierInconnu.Echec(dossierId));
        await db.SaveChangesAsync(cancellationToken);
        var decisions = jusqua == long.MaxValue ? [.. acquises, .. await EnVolAsync(db, dossierId, nom, runId, acquis, cancellationToken)] : acquises;
        var retires = await MarquerAsync(db, histoire, runId, decisions, acquis, cancellationToken);
        await effacement.ViderAsync(db, dossierId, [nom], cancellationToken);
        db.Faits.AddRange(retires);
        await ImageFlux.TracerAsync(new LignesEnBase(db), dossier, histoire with { Decisions = decisions });
        await db.SaveChangesAsync(cancellationToken);
        await Effacement.FinirAsync(db, dossierId, cancellationToken);
        await ecriture.ValiderAsync(cancellationToken);
    }

    /// <summary>What this run had decided and its history does not hold yet: it is answered again to the worker that takes up the task, so it is shown on.</summary>
    private static async Task<List<Decision>> EnVolAsync(DossiersDbContext db, string dossierId, string flux, string runId, long acquis, CancellationToken cancellationToken)
    {
        var gardees = await db.Flux.Where(f => f.DossierId == dossierId && f.Flux == flux && f.RunId == runId && f.Etat == EtatFlux.Courant)
            .Select(f => f.Gardees).FirstOrDefaultAsync(cancellationToken);
        return [.. DecisionsGardees.Lire(gardees).Where(d => d.Numero > acquis).TakeWhile((d, i) => d.Numero == acquis + 1 + i)];
    }

    /// <summary>
    /// The runs of the stream as they are now. A run that the store follows and that is not among them is of a past that a reset
    /// took back: it is marked, with the facts that it alone established, and another epoch begins.
    /// </summary>
    /// <returns>The marked facts, to be written again.</returns>
    private async Task<List<Fait>> MarquerAsync(DossiersDbContext db, HistoireFlux histoire, string runId, List<Decision> decisions, long acquis, CancellationToken cancellationToken)
    {
        var (dossierId, nom) = (histoire.Demarrage.DossierId, histoire.Demarrage.FilId);
        var connus = await db.Flux.Where(f => f.DossierId == dossierId && f.Flux == nom).ToListAsync(cancellationToken);
        var vivants = histoire.Runs.Select(r => r.RunId).ToHashSet();
        var abandonnes = connus.Where(f => !vivants.Contains(f.RunId) && f.Etat != EtatFlux.Abandonne).ToList();
        var epoque = Math.Max(
            decisions.Select(d => d.Epoque).DefaultIfEmpty(1).Max(),
            connus.Select(f => f.Epoque).DefaultIfEmpty(1).Max() + (abandonnes.Count > 0 ? 1 : 0));
        abandonnes.ForEach(f => f.Etat = EtatFlux.Abandonne);
        foreach (var (run, avant) in histoire.Runs)
        {
            var ligne = connus.FirstOrDefault(f => f.RunId == run)
                ?? db.Flux.Add(new FluxDossier { DossierId = dossierId, Flux = nom, RunId = run, Avant = avant, Epoque = epoque }).Entity;
            ligne.Etat = run == runId ? EtatFlux.Courant : EtatFlux.Continue;
            ligne.Numero = decisions.Where(d => run == runId || d.Numero <= Suivant(histoire, run)).Select(d => d.Numero).DefaultIfEmpty(avant).Max();
            ligne.Gardees = run == runId && decisions.Count > 0 ? DecisionsGardees.Ecrire(decisions.Where(d => d.Numero >= acquis)) : null;
            ligne.SuiviLe = clock.GetUtcNow().ToInstant();
        }

        // What only a past taken back established: after the point where the histories part. Kept, and marked.
        var point = decisions.Count == 0 ? 0 : decisions[^1].Numero;
        var retires = await db.Faits.IgnoreQueryFilters().AsNoTracking()
            .Where(f => f.DossierId == dossierId && f.Flux == nom && (f.Abandonne || (abandonnes.Count > 0 && f.Epoque < epoque && f.Decision > point)))
            .ToListAsync(cancellationToken);
        retires.ForEach(f => f.Abandonne = true);
        return retires;
    }

    /// <summary>The row of a dossier that the store lost: histories hold no identity, which has to be entered again.</summary>
    private static Dossier SansIdentite(HistoireFlux histoire) => new()
    {
        Id = histoire.Demarrage.DossierId,
        Nom = "Identité à retrouver",
        Prenom = "",
        DateNaissance = new NodaTime.LocalDate(1900, 1, 1),
        CommuneInsee = "",
        Territoire = histoire.Demarrage.Territoire,
        SituationJson = JsonSerializer.Serialize(histoire.Demarrage.Situation, ParcoursJson.Options),
        ModeleId = histoire.Demarrage.ModeleId,
        ModeleVersion = histoire.Demarrage.ModeleVersion,
        InscritLe = histoire.Decisions.Count == 0 ? NodaTime.Instant.FromUnixTimeTicks(0) : histoire.Decisions[0].Le,
    };

    private static long Suivant(HistoireFlux histoire, string runId)
    {
        var rang = histoire.Runs.Select(r => r.RunId).ToList().IndexOf(runId);
        return rang + 1 < histoire.Runs.Count ? histoire.Runs[rang + 1].Avant : long.MaxValue;
    }
}
