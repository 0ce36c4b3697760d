using System.Text.Json;
using FranceTravail.Parcours.Activities.Decisions;
using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Parcours.Decisions;
using FranceTravail.Parcours.Workflows.Parcours.Etats;
using FranceTravail.Parcours.Workflows.Serialisation;
using Microsoft.EntityFrameworkCore;
using NodaTime.Extensions;
using Temporalio.Client;

namespace FranceTravail.Parcours.Activities.Histoires;

/// <summary>Rebuilds what the case store shows of a stream from its histories.</summary>
public sealed class Reconstructeur(IDbContextFactory<DossiersDbContext> contexts, Effacement effacement, TimeProvider clock)
{
    /// <summary>While the store goes on, the histories are read again so often; the last time within the turn, for it ends in any case.</summary>
    private const int Tours = 4;

    /// <summary>Makes the store hold what the histories of the asking run hold, so that its decision can be taken.</summary>
    /// <exception cref="Temporalio.Exceptions.ApplicationFailureException">Another run has taken its place meanwhile.</exception>
    internal Task RattraperAsync(ITemporalClient client, DecisionDemandee demande, CancellationToken cancellationToken) =>
        RebatirAsync(client, demande.Demarrage.DossierId, demande.Demarrage.FilId, demande.RunId, cancellationToken);

    /// <summary>Rebuilds every stream of a dossier: the journey's, then those of threads that run by themselves and that the service holds.</summary>
    public async Task RebatirToutAsync(ITemporalClient client, string dossierId, CancellationToken cancellationToken)
    {
        await RebatirAsync(client, dossierId, NomsParcours.FilPrincipal, null, cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        foreach (var fil in await db.Fils.Where(f => f.DossierId == dossierId && f.Separe).Select(f => f.Id).ToListAsync(cancellationToken))
        {
            if (await Deroulements.DernierAsync(client, dossierId, fil) is not null)
            {
                await RebatirAsync(client, dossierId, fil, null, cancellationToken);
            }
        }
    }

    /// <param name="client">Of the service that holds the histories.</param>
    /// <param name="dossierId">Whose stream.</param>
    /// <param name="nom">Of the stream.</param>
    /// <param name="demandeur">The run that asks, which must be the last one; null when nobody is waiting.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    private async Task RebatirAsync(ITemporalClient client, string dossierId, string nom, string? demandeur, CancellationToken cancellationToken)
    {
        HashSet<(string RunId, long Numero)>? vus = null;
        for (var tour = 1; ; tour++)
        {
            // Read outside the turn, in which all who write may wait for a slow engine.
            var histoire = await LireAsync(client, dossierId, nom, demandeur);
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            await using var ecriture = await Ecriture.CommencerAsync(db, dossierId, cancellationToken);
            var connus = await db.Flux.Where(f => f.DossierId == dossierId && f.Flux == nom).ToListAsync(cancellationToken);
            var courants = connus.Where(f => f.Etat == EtatFlux.Courant).Select(f => (f.RunId, f.Numero)).ToHashSet();
            if (!Suit(connus, EnVol.Avec(histoire, connus)) && vus?.SetEquals(courants) != true)
            {
                // The store may have gone on since the histories were read: only what it already showed before may be taken back by them.
                if (tour < Tours)
                {
                    vus = courants;
                    continue;
                }

                histoire = await LireAsync(client, dossierId, nom, demandeur);
            }

            await RebatirAsync(db, dossierId, histoire, connus, demandeur, cancellationToken);
            await ecriture.ValiderAsync(cancellationToken);
            return;
        }
    }

    private async Task RebatirAsync(DossiersDbContext db, string dossierId, HistoireFlux histoire, List<FluxDossier> connus, string? demandeur, CancellationToken cancellationToken)
    {
        var nom = histoire.Demarrage.FilId;
        var dossier = await db.Dossiers.FirstOrDefaultAsync(d => d.Id == dossierId, cancellationToken)
            ?? (demandeur is null ? db.Dossiers.Add(SansIdentite(histoire)).Entity : throw DossierInconnu.Echec(dossierId));
        await db.SaveChangesAsync(cancellationToken);

        // Seen from here on: what is recorded, and what the store holds for the task that comes back.
        var vue = EnVol.Avec(histoire, connus);
        Marquer(db, connus, vue, acquis: histoire.Dernier);
        var retires = await RetiresAsync(db, vue, cancellationToken);
        await (vue.Depart is null
            ? effacement.ViderAsync(db, dossierId, [nom], cancellationToken)
            : effacement.ViderFaitsAsync(db, dossierId, nom, cancellationToken));
        db.Faits.AddRange(retires);
        await ImageFlux.TracerAsync(new LignesEnBase(db), dossier, vue);
        await db.SaveChangesAsync(cancellationToken);
        if (vue.Depart is not null)
        {
            // What was over before is no longer known and stays as it is; what is open is known whole.
            var ouvertes = VersionsEtat.Lire(vue.Etat()).Taches.Keys.ToList();
            await db.Taches.Where(t => t.DossierId == dossierId && t.Flux == nom && t.CloseLe == null && !ouvertes.Contains(t.Id)).ExecuteDeleteAsync(cancellationToken);
        }

        await Effacement.FinirAsync(db, dossierId, cancellationToken);
    }

    private static async Task<HistoireFlux> LireAsync(ITemporalClient client, string dossierId, string nom, string? demandeur)
    {
        var workflow = await Deroulements.DernierAsync(client, dossierId, nom) ?? throw new InvalidDataException($"The service knows no run of {NomsParcours.IdWorkflow(dossierId, nom)}.");
        return demandeur is null || demandeur == workflow.RunId
            ? await LecteurHistoires.LireAsync(client, workflow.Id, workflow.RunId)
            : throw PositionFlux.Depasse($"Le déroulement {demandeur} a été remplacé par {workflow.RunId}.");
    }

    /// <summary>Whether the store shows no more than these histories hold, and what their last run has still to write.</summary>
    private static bool Suit(List<FluxDossier> connus, HistoireFlux vue) =>
        connus.Where(f => f.Etat == EtatFlux.Courant).All(f => vue.Runs.Any(r => r.RunId == f.RunId) && f.Numero <= vue.Dernier);

    /// <summary>
    /// The runs of the stream as they are now. Where the store followed a run that is not among them, or showed more than the last one
    /// decided (its past was taken back, by a reset or by an older file of the engine), another epoch begins.
    /// </summary>
    private void Marquer(DossiersDbContext db, List<FluxDossier> connus, HistoireFlux histoire, long acquis)
    {
        var (dernier, point, decisions) = (histoire.Runs[^1].RunId, histoire.Dernier, histoire.Decisions);

        // A run that ended before those that are left is no longer kept, and nothing of it was taken back.
        var abandonnes = connus.Where(f => histoire.Runs.All(r => r.RunId != f.RunId) && f.Etat != EtatFlux.Abandonne
            && !(histoire.Depart is not null && f.Etat == EtatFlux.Continue && f.Numero <= histoire.Avant)).ToList();
        abandonnes.ForEach(f => f.Etat = EtatFlux.Abandonne);
        var repris = abandonnes.Count > 0 || connus.Any(f => f.Etat == EtatFlux.Courant && f.Numero > point);
        var epoque = Math.Max(
            decisions.Select(d => d.Epoque).DefaultIfEmpty(1).Max(),
            connus.Select(f => f.Epoque).DefaultIfEmpty(1).Max() + (repris ? 1 : 0));
        foreach (var (run, avant) in histoire.Runs)
        {
            var ligne = connus.FirstOrDefault(f => f.RunId == run)
                ?? db.Flux.Add(new FluxDossier { DossierId = histoire.Demarrage.DossierId, Flux = histoire.Demarrage.FilId, RunId = run, Avant = avant, Epoque = epoque }).Entity;
            ligne.Etat = run == dernier ? EtatFlux.Courant : EtatFlux.Continue;
            ligne.Epoque = run == dernier ? epoque : ligne.Epoque;
            ligne.Numero = decisions.Where(d => run == dernier || d.Numero <= Suivant(histoire, run)).Select(d => d.Numero).DefaultIfEmpty(avant).Max();
            ligne.Gardees = run == dernier && decisions.Count > 0 ? DecisionsGardees.Ecrire(decisions.Where(d => d.Numero >= acquis)) : null;
            ligne.SuiviLe = clock.GetUtcNow().ToInstant();
        }
    }

    /// <summary>The facts that no decision of the histories established: of a past that was taken back. Kept, and marked; to be written again. Those of before the oldest run left stay as they are.</summary>
    private static async Task<List<Fait>> RetiresAsync(DossiersDbContext db, HistoireFlux histoire, CancellationToken cancellationToken)
    {
        var prises = histoire.Decisions.Select(d => (d.Epoque, d.Numero)).ToHashSet();
        var (dossierId, nom) = (histoire.Demarrage.DossierId, histoire.Demarrage.FilId);
        var faits = await db.Faits.IgnoreQueryFilters().AsNoTracking().Where(f => f.DossierId == dossierId && f.Flux == nom).ToListAsync(cancellationToken);
        faits.RemoveAll(f => prises.Contains((f.Epoque, f.Decision)));
        faits.Where(f => f.Decision > histoire.Avant).ToList().ForEach(f => f.Abandonne = true);
        return faits;
    }

    /// <summary>The row of a dossier that the store lost: histories hold no identity, which has to be entered again.</summary>
    private static Dossier SansIdentite(HistoireFlux histoire) => new()
    {
        Id = histoire.Demarrage.DossierId,

        // Several in one list are told from each other.
        Nom = $"{Dossier.NomPerdu} n° {histoire.Demarrage.DossierId[..Math.Min(4, histoire.Demarrage.DossierId.Length)].ToUpperInvariant()}",
        Prenom = "",
        DateNaissance = new NodaTime.LocalDate(1900, 1, 1),
        CommuneInsee = "",
        Territoire = histoire.Demarrage.Territoire,
        SituationJson = JsonSerializer.Serialize(histoire.Demarrage.Situation, ParcoursJson.Options),
        ModeleId = histoire.Demarrage.ModeleId,
        ModeleVersion = histoire.Demarrage.ModeleVersion,
        InscritLe = histoire.Decisions.Count == 0 || histoire.Depart is not null ? NodaTime.Instant.FromUnixTimeTicks(0) : histoire.Decisions[0].Le,
    };

    private static long Suivant(HistoireFlux histoire, string runId)
    {
        var rang = histoire.Runs.Select(r => r.RunId).ToList().IndexOf(runId);
        return rang + 1 < histoire.Runs.Count ? histoire.Runs[rang + 1].Avant : long.MaxValue;
    }
}
