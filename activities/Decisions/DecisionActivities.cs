using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Activities.Histoires;
using FranceTravail.Parcours.Activities.Modeles;
using FranceTravail.Parcours.Activities.Observation;
using FranceTravail.Parcours.Workflows.Parcours.Decisions;
using FranceTravail.Parcours.Workflows.Parcours.Etats;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using NodaTime.Extensions;
using NodaTime.Text;
using Temporalio.Activities;
using Temporalio.Exceptions;

namespace FranceTravail.Parcours.Activities.Decisions;

/// <summary>
/// Decides, and writes what was decided, in one transaction. A decision that the store holds is answered again as it is; a
/// store that is behind, or that holds a past that a reset took back, is first rebuilt from the histories.
/// </summary>
internal sealed class DecisionActivities(
    IDbContextFactory<DossiersDbContext> contexts,
    ModelesPublies modeles,
    Deciseur deciseur,
    Reconstructeur reconstructeur,
    TimeProvider clock,
    ILogger<DecisionActivities> logger) : IDecisionActivities
{
    [Activity(IDecisionActivities.Decider)]
    public async Task<Decision> DeciderAsync(DecisionDemandee demande)
    {
        var cancellationToken = ActivityCancellation.Token;
        try
        {
            var decision = await RattraperEtDeciderAsync(demande, cancellationToken);
            await DecisionsImpossibles.OublierAsync(contexts, demande.Demarrage.DossierId, cancellationToken);
            return decision;
        }
        catch (ApplicationFailureException depasse) when (depasse.ErrorType == PositionFlux.FluxDepasse)
        {
            await DireAsync(demande.Demarrage.DossierId, depasse.Message, cancellationToken);
            throw;
        }
        catch (Exception error) when (DecisionsImpossibles.Dure(error))
        {
            logger.LogError(error, "Decision {Rank} of dossier {Dossier} fails at each try", demande.Numero, demande.Demarrage.DossierId);
            await DecisionsImpossibles.NoterAsync(contexts, demande, error, cancellationToken);
            throw;
        }
    }

    private async Task<Decision> RattraperEtDeciderAsync(DecisionDemandee demande, CancellationToken cancellationToken)
    {
        try
        {
            return await DeciderAsync(demande, cancellationToken);
        }
        catch (FluxRompuException)
        {
            await reconstructeur.RattraperAsync(ActivityExecutionContext.Current.TemporalClient, demande, cancellationToken);
            return await DeciderAsync(demande, cancellationToken);
        }
    }

    /// <summary>Tells the operator: of a worker that was late, the watch takes it back; of an engine that is behind its store, it stays.</summary>
    private async Task DireAsync(string dossierId, string motif, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var ecriture = await Ecriture.CommencerAsync(db, dossierId, cancellationToken);
        if (await db.Echecs.FindAsync([Echec.Depasse, dossierId], cancellationToken) is null)
        {
            db.Echecs.Add(new() { Service = Echec.Depasse, DossierId = dossierId, Essais = 1, Depuis = TimeProvider.System.GetUtcNow().ToInstant(), Motif = $"{motif} Pour le rebâtir : dossiers reconstruire {dossierId}" });
            await db.SaveChangesAsync(cancellationToken);
            await ecriture.ValiderAsync(cancellationToken);
        }
    }

    private async Task<Decision> DeciderAsync(DecisionDemandee demande, CancellationToken cancellationToken)
    {
        var demarrage = demande.Demarrage;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var ecriture = await Ecriture.CommencerAsync(db, demarrage.DossierId, cancellationToken);
        var dossier = await db.Dossiers.FirstOrDefaultAsync(d => d.Id == demarrage.DossierId, cancellationToken)
            ?? throw DossierInconnu.Echec(demarrage.DossierId);
        var flux = await PositionFlux.TrouverAsync(db, demande, cancellationToken);
        if (demande.Numero <= flux.Numero)
        {
            return DecisionsGardees.Lire(flux.Gardees).First(d => d.Numero == demande.Numero);
        }

        if (demande.Evenement.Acte?.Donnees is { } donnees && await db.Donnees.FindAsync([dossier.Id, donnees.Reference], cancellationToken) is null)
        {
            return new Decision { Evenement = demande.Evenement.Cle, Le = demande.Maintenant, Refus = "Ces données ne sont plus dans la base : recommencez l’import." };
        }

        var modele = await modeles.TrouverAsync(db, demarrage.ModeleId, demarrage.ModeleVersion, cancellationToken);
        var avant = demande.Etat is { } etat ? VersionsEtat.Lire(etat) : null;
        var decision = deciseur.Decider(demande, avant, modele, flux.Epoque, new ReferentsDuMoment(db));
        if (decision.Refus is not null)
        {
            return decision;
        }

        var apres = demande.Etat?.DeepClone().AsObject() ?? [];
        Changements.Appliquer(apres, decision.Changements!);
        await Projecteur.AppliquerAsync(
            new LignesEnBase(db), dossier, ProjectionDecision.De(decision, dossier.Id, demarrage.FilId, avant, VersionsEtat.Lire(apres)), decision.Le);
        (flux.Numero, flux.Gardees) = (decision.Numero, DecisionsGardees.Ajouter(flux.Gardees, decision, demande.Acquis));
        flux.SuiviLe = clock.GetUtcNow().ToInstant();
        await db.SaveChangesAsync(cancellationToken);
        if (demande.Evenement.Acte?.Cle is { } cle)
        {
            // What was typed for the act counts from here, as it is: a letter may take it next, and no correction comes between.
            await db.TextesLibres.Where(t => t.DossierId == dossier.Id && t.EnAttente == cle)
                .ExecuteUpdateAsync(set => set.SetProperty(t => t.EnAttente, (string?)null), cancellationToken);
        }

        await ecriture.ValiderAsync(cancellationToken);
        Mesurer(demande);
        return decision;
    }

    /// <summary>A moment that rang is late from when it was due; what somebody said, from when the journey took it up.</summary>
    private void Mesurer(DecisionDemandee demande)
    {
        var cle = demande.Evenement.Cle.Split('/', 2);
        var depuis = cle is ["temps", var reveil] ? InstantPattern.ExtendedIso.Parse(reveil).Value : demande.Maintenant;
        var retard = clock.GetUtcNow().ToInstant() - depuis;
        Mesures.RetardProjections.Record(Math.Max(0, retard.TotalSeconds), new KeyValuePair<string, object?>("evenement", cle[0]));
    }
}
