using System.Text.Json;
using System.Text.Json.Nodes;
using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Parcours.Demandes;
using FranceTravail.Parcours.Workflows.Parcours.Fils;
using FranceTravail.Parcours.Workflows.Serialisation;
using Microsoft.EntityFrameworkCore;
using Temporalio.Api.Enums.V1;
using Temporalio.Client;

namespace FranceTravail.Parcours.Activities.Histoires;

/// <summary>
/// Lets a journey, or a thread of its own, that the service no longer holds begin anew. What it had established is kept, and marked; nothing
/// else of it stays open.
/// </summary>
public sealed class Recommencement(IDbContextFactory<DossiersDbContext> contexts, Effacement effacement)
{
    /// <summary>
    /// The journey begins at the next round, or at once where its id is taken by a past that a reset took back; with the data of the person that are
    /// in force. Its threads that the service still holds go on as they are; the others go with it.
    /// </summary>
    public async Task ParcoursAsync(ITemporalClient client, string dossierId, CancellationToken cancellationToken)
    {
        var perdus = new List<string> { NomsParcours.FilPrincipal };
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        foreach (var fil in await db.Fils.Where(f => f.DossierId == dossierId && f.Separe).Select(f => f.Id).ToListAsync(cancellationToken))
        {
            perdus.AddRange(await Deroulements.DernierAsync(client, dossierId, fil) is null ? [fil] : []);
        }

        var autrePasse = await Deroulements.DernierAsync(client, dossierId, NomsParcours.FilPrincipal) is { Status: not WorkflowExecutionStatus.Running };
        await using var ecriture = await Ecriture.CommencerAsync(db, dossierId, cancellationToken);
        var dossier = await db.Dossiers.FirstOrDefaultAsync(d => d.Id == dossierId, cancellationToken) ?? throw DossierInconnu.Echec(dossierId);
        if (await db.Donnees.FindAsync([dossierId, dossierId], cancellationToken) is { } inscription)
        {
            inscription.Valeurs = ValeursPersonne.De(dossier);
        }

        if (autrePasse)
        {
            // No round would start it; its first decision marks what the store still follows.
            await OublierAsync(db, dossierId, [.. perdus.Where(p => p != NomsParcours.FilPrincipal)], cancellationToken);
            await FinirAsync(db, ecriture, dossierId, cancellationToken);
            await Reprise.DemarrerAsync(client, DemarrageDossier.De(dossier) with { Recommence = true });
            return;
        }

        await OublierAsync(db, dossierId, perdus, cancellationToken);
        await db.Fils.Where(f => f.DossierId == dossierId && perdus.Contains(f.Id)).ExecuteDeleteAsync(cancellationToken);
        (dossier.Statut, dossier.ClosLe, dossier.Projection, dossier.DonneesId) = (StatutDossier.AOuvrir, null, 0, null);
        await FinirAsync(db, ecriture, dossierId, cancellationToken);
    }

    /// <summary>A thread begins again with what its journey gave it when it opened it.</summary>
    /// <returns>False when the journey never opened it; null when it may have, in a run that is no longer kept.</returns>
    /// <exception cref="Temporalio.Exceptions.RpcException">The service does not answer, or does not hold the journey.</exception>
    public async Task<bool?> FilAsync(ITemporalClient client, string dossierId, string fil, CancellationToken cancellationToken)
    {
        var parcours = await Deroulements.DernierAsync(client, dossierId, NomsParcours.FilPrincipal) ?? throw DossierInconnu.Echec(dossierId);
        var histoire = await LecteurHistoires.LireAsync(client, parcours.Id, parcours.RunId);
        var ouverture = histoire.Decisions
            .Select(d => d.Changements).Prepend(histoire.Depart?.Etat)
            .SelectMany(d => d?["demandes"] as JsonObject ?? [])
            .Select(d => d.Value.Deserialize<Demande>(ParcoursJson.Options))
            .LastOrDefault(d => d?.FilId == fil && d.Activite == FilsServices.Ouvrir.Activite);
        if (ouverture is null)
        {
            return histoire.Depart is null ? false : null;
        }

        await using (var db = await contexts.CreateDbContextAsync(cancellationToken))
        {
            await using var ecriture = await Ecriture.CommencerAsync(db, dossierId, cancellationToken);
            await OublierAsync(db, dossierId, [fil], cancellationToken);
            await FinirAsync(db, ecriture, dossierId, cancellationToken);
        }

        await Reprise.DemarrerAsync(client, histoire.Demarrage with { Fil = FilsServices.Ouvrir.Lire(ouverture), RunRepris = null, Recommence = true });
        await Reprise.PartagerAsync(client, dossierId, fil);
        return true;
    }

    private async Task OublierAsync(DossiersDbContext db, string dossierId, IReadOnlyCollection<string> flux, CancellationToken cancellationToken)
    {
        var faits = await db.Faits.IgnoreQueryFilters().AsNoTracking().Where(f => f.DossierId == dossierId && flux.Contains(f.Flux)).ToListAsync(cancellationToken);
        await effacement.ViderAsync(db, dossierId, flux, cancellationToken);
        faits.ForEach(f => f.Abandonne = true);
        db.Faits.AddRange(faits);
        await db.Flux.Where(f => f.DossierId == dossierId && flux.Contains(f.Flux)).ExecuteDeleteAsync(cancellationToken);
    }

    private static async Task FinirAsync(DossiersDbContext db, Ecriture ecriture, string dossierId, CancellationToken cancellationToken)
    {
        await db.SaveChangesAsync(cancellationToken);
        await Effacement.FinirAsync(db, dossierId, cancellationToken);
        await ecriture.ValiderAsync(cancellationToken);
    }
}
