using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Workflows.Parcours;
using Microsoft.EntityFrameworkCore;
using Temporalio.Api.Enums.V1;
using Temporalio.Client;
using Temporalio.Exceptions;

namespace FranceTravail.Parcours.Activities.Histoires;

/// <summary>Holds the case store against the histories, dossier by dossier. Reads only; beside a running product.</summary>
public sealed class Verificateur(IDbContextFactory<DossiersDbContext> contexts)
{
    /// <summary>While a journey moves, the store may be ahead of its history for an instant: so often it is looked at again.</summary>
    private const int Regards = 3;

    /// <summary>Every dossier of the store and every journey of the service.</summary>
    public async Task<IReadOnlyList<string>> TousAsync(ITemporalClient client, CancellationToken cancellationToken)
    {
        var ids = new SortedSet<string>(StringComparer.Ordinal);
        await using (var db = await contexts.CreateDbContextAsync(cancellationToken))
        {
            ids.UnionWith(await db.Dossiers.Where(d => d.Statut != StatutDossier.AOuvrir).Select(d => d.Id).ToListAsync(cancellationToken));
        }

        await foreach (var journey in client.ListWorkflowsAsync($"WorkflowType = '{NomsParcours.Workflow}'").WithCancellation(cancellationToken))
        {
            if (NomsParcours.DossierDe(journey.Id) is { } id)
            {
                ids.Add(id);
            }
        }

        return [.. ids];
    }

    public async Task<ConstatDossier> VerifierAsync(ITemporalClient client, string dossierId, CancellationToken cancellationToken)
    {
        for (var regard = 1; ; regard++)
        {
            var constat = await RegarderAsync(client, dossierId, cancellationToken);
            if (constat.Concordance != Concordance.Differente || regard == Regards)
            {
                return constat;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(300), cancellationToken);
        }
    }

    private async Task<ConstatDossier> RegarderAsync(ITemporalClient client, string dossierId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var dossier = await db.Dossiers.AsNoTracking().FirstOrDefaultAsync(d => d.Id == dossierId, cancellationToken);
        if (dossier is null)
        {
            return new ConstatDossier(dossierId, Concordance.SansDossier, []);
        }

        var flux = await db.Flux.Where(f => f.DossierId == dossierId).Select(f => f.Flux).Distinct().ToListAsync(cancellationToken);
        var attendues = new LignesEnMemoire();
        var situation = new Dossier
        {
            Id = dossierId,
            Nom = "",
            Prenom = "",
            DateNaissance = dossier.DateNaissance,
            CommuneInsee = "",
            Territoire = dossier.Territoire,
            SituationJson = "{}",
            ModeleId = dossier.ModeleId,
            ModeleVersion = dossier.ModeleVersion,
            InscritLe = dossier.InscritLe,
        };
        var interrompue = false;
        foreach (var nom in flux.Prepend(NomsParcours.FilPrincipal).Distinct())
        {
            var id = NomsParcours.IdWorkflow(dossierId, nom);
            try
            {
                var workflow = await client.GetWorkflowHandle(id).DescribeAsync();
                interrompue |= workflow.Status is WorkflowExecutionStatus.Canceled or WorkflowExecutionStatus.Terminated or WorkflowExecutionStatus.Failed or WorkflowExecutionStatus.TimedOut;
                await ImageFlux.TracerAsync(attendues, situation, await LecteurHistoires.LireAsync(client, id, workflow.RunId));
            }
            catch (RpcException inconnu) when (inconnu.Code is RpcException.StatusCode.NotFound)
            {
                return new ConstatDossier(dossierId, Concordance.SansParcours, [$"{id} n’est pas dans le moteur"]);
            }
        }

        var ecarts = Comparer(LignesDossier.Nommer(attendues.Toutes, situation), await LignesDossier.DuMagasinAsync(db, dossier, cancellationToken)).ToList();
        return new ConstatDossier(
            dossierId,
            ecarts.Count > 0 ? Concordance.Differente : interrompue && dossier.Statut == StatutDossier.Ouvert ? Concordance.Interrompue : Concordance.Egale,
            ecarts);
    }

    private static IEnumerable<string> Comparer(SortedDictionary<string, string> histoires, SortedDictionary<string, string> magasin)
    {
        foreach (var nom in histoires.Keys.Union(magasin.Keys).Order(StringComparer.Ordinal))
        {
            var (attendu, montre) = (histoires.GetValueOrDefault(nom), magasin.GetValueOrDefault(nom));
            if (attendu != montre)
            {
                yield return $"{nom}\n    historiques : {attendu ?? "rien"}\n    base        : {montre ?? "rien"}";
            }
        }
    }
}
