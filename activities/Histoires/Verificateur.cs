using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Parcours.Etats;
using FranceTravail.Parcours.Workflows.Parcours.Fils;
using Microsoft.EntityFrameworkCore;
using Temporalio.Api.Enums.V1;
using Temporalio.Client;

namespace FranceTravail.Parcours.Activities.Histoires;

/// <summary>Holds the case store against the histories, dossier by dossier. Reads only; beside a running product.</summary>
public sealed class Verificateur(IDbContextFactory<DossiersDbContext> contexts)
{
    /// <summary>While a journey moves, the store is ahead of its history: for an instant, or for some seconds after a fault. So often it is looked at again, after ever longer.</summary>
    private const int Regards = 4;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

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
            // Only the service has it: what somebody started under such an id is not told of as a journey.
            if (NomsParcours.DossierDe(journey.Id) is { } id && !ids.Contains(id) && await Deroulements.DernierAsync(client, id, NomsParcours.FilPrincipal) is not null)
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
            var (constat, enMouvement) = await RegarderAsync(client, dossierId, cancellationToken);
            if (!enMouvement || constat.Concordance == Concordance.Egale || regard == Regards)
            {
                return constat;
            }

            await Task.Delay(Pause * Math.Pow(3, regard - 1), cancellationToken);
        }
    }

    /// <summary>
    /// The histories first, then the rows, then how far the store followed: as a decision, and the data that it took, are in the store before
    /// they are in a history, a store that is not ahead at the end did not move meanwhile, and what differs then differs for good.
    /// </summary>
    private async Task<(ConstatDossier Constat, bool EnMouvement)> RegarderAsync(ITemporalClient client, string dossierId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.Dossiers.AsNoTracking().FirstOrDefaultAsync(d => d.Id == dossierId, cancellationToken) is not { } avant)
        {
            return (new ConstatDossier(dossierId, await Deroulements.DernierAsync(client, dossierId, NomsParcours.FilPrincipal) is null ? Concordance.Inconnue : Concordance.SansDossier, []), false);
        }

        var fils = await db.Fils.AsNoTracking().Where(f => f.DossierId == dossierId && f.Separe).ToDictionaryAsync(f => f.Id, f => f.ClosLe is null, cancellationToken);
        var connus = await db.Flux.AsNoTracking().Where(f => f.DossierId == dossierId).ToListAsync(cancellationToken);
        var (histoires, rangs, inconnus) = (new List<HistoireFlux>(), new Dictionary<string, long>(), new Dictionary<string, long>());
        var (ecarts, interrompus, perdus, repris) = (new List<string>(), new List<string>(), new List<string>(), new List<string>());
        var (lettres, bloques) = (new List<string>(), new List<string>());
        foreach (var nom in connus.Select(f => f.Flux).Concat(fils.Keys).Prepend(NomsParcours.FilPrincipal).Distinct())
        {
            var vit = nom == NomsParcours.FilPrincipal ? avant.Statut != StatutDossier.Clos : fils.GetValueOrDefault(nom, true);
            var suivi = connus.Where(f => f.Flux == nom).ToList();
            var workflow = await Deroulements.DernierAsync(client, dossierId, nom);
            var abandonne = suivi.Any(f => f.RunId == workflow?.RunId && f.Etat == EtatFlux.Abandonne);
            if (workflow is null && suivi.Count == 0 && histoires is [var principale, ..] && EstAOuvrir(principale, nom))
            {
                continue;
            }

            if (workflow is null || (abandonne && workflow.Status is not WorkflowExecutionStatus.Running && suivi.Any(f => f.Etat == EtatFlux.Courant)))
            {
                // Of a stream whose last run was deleted the service tells the run before: what a reset took back is no journey to go on with.
                ecarts.Add($"{NomsParcours.IdWorkflow(dossierId, nom)} n’est pas dans le moteur");
                perdus.AddRange(vit ? [nom] : []);
                continue;
            }

            if (abandonne)
            {
                repris.Add($"fil {nom} : le moteur poursuit un déroulement que la base tient pour repris ; son fichier est d’avant");
            }

            var interrompu = vit && Reprise.EstInterrompu(workflow.Status);
            var histoire = await LecteurHistoires.LireAsync(client, workflow.Id, workflow.RunId);
            var bloque = Reprise.EstBloque(workflow);
            if (interrompu || bloque)
            {
                // Who takes it up takes over what its last task had decided: until then it is shown, and not lost.
                histoire = EnVol.Avec(histoire, suivi);
            }

            lettres.AddRange(histoire.Lettres);
            if (histoire.Depart is not null)
            {
                inconnus[nom] = histoire.Avant;
            }

            histoires.Add(histoire);
            rangs[nom] = histoire.Dernier;
            interrompus.AddRange(interrompu ? [nom] : []);
            bloques.AddRange(bloque ? [nom] : []);
        }

        if (ecarts.Count > 0)
        {
            var sansParcours = !rangs.ContainsKey(NomsParcours.FilPrincipal);
            return (new ConstatDossier(dossierId, sansParcours ? Concordance.SansParcours : Concordance.SansFil, ecarts) { Interrompus = interrompus, Bloques = bloques, Perdus = perdus, Inconnus = inconnus }, !sansParcours);
        }

        var attendues = new LignesEnMemoire(await db.Donnees.AsNoTracking().Where(d => d.DossierId == dossierId).ToListAsync(cancellationToken));
        var situation = DonneesConnues(avant, histoires[0]) ? Vierge(avant) : avant;
        foreach (var histoire in histoires)
        {
            await ImageFlux.TracerAsync(attendues, situation, histoire);
        }

        var apres = await db.Dossiers.AsNoTracking().FirstAsync(d => d.Id == dossierId, cancellationToken);
        ecarts.AddRange(Comparer(LignesDossier.Nommer(attendues.Toutes, situation), await LignesDossier.DuMagasinAsync(db, apres, cancellationToken), inconnus.Count > 0));
        ecarts.AddRange(repris);
        var suivis = await db.Flux.Where(f => f.DossierId == dossierId && f.Etat == EtatFlux.Courant).ToListAsync(cancellationToken);
        ecarts.AddRange(suivis.Where(f => f.Numero < rangs.GetValueOrDefault(f.Flux)).Select(f => $"fil {f.Flux} : la base l’a suivi jusqu’à sa décision n° {f.Numero}, et les historiques vont à la n° {rangs[f.Flux]}"));
        var perdues = await PerduesAsync(db, apres, attendues.Absentes, lettres, cancellationToken);
        var impossible = await db.Echecs.Where(e => e.Service == Echec.DecisionImpossible && e.DossierId == dossierId).Select(e => e.Motif).FirstOrDefaultAsync(cancellationToken);
        var concordance = ecarts.Count > 0 ? Concordance.Differente : interrompus.Count > 0 ? Concordance.Interrompue
            : bloques.Count > 0 || impossible is not null ? Concordance.Bloquee
            : perdues.Count > 0 ? Concordance.Incomplete : Concordance.Egale;
        return (new ConstatDossier(dossierId, concordance, ecarts) { Interrompus = interrompus, Bloques = bloques, Impossible = impossible, DonneesPerdues = perdues, Inconnus = inconnus }, suivis.Any(f => f.Numero > rangs.GetValueOrDefault(f.Flux)));
    }

    /// <summary>What histories say was there, and name by its reference alone.</summary>
    private static async Task<List<string>> PerduesAsync(
        DossiersDbContext db, Dossier dossier, IEnumerable<string> donnees, List<string> lettres, CancellationToken cancellationToken)
    {
        var gardees = await db.Courriers.Where(c => c.DossierId == dossier.Id).Select(c => c.Cle).ToListAsync(cancellationToken);
        return
        [
            .. dossier.IdentitePerdue ? ["l’identité de la personne"] : Array.Empty<string>(),
            .. donnees.Select(reference => $"données {reference} : reçues selon les historiques, et plus dans la base"),
            .. lettres.Distinct().Except(gardees).Select(cle => $"lettre {cle} : envoyée selon les historiques, et plus dans la base"),
        ];
    }

    /// <summary>The journey has decided to open this thread and its workflow is still to be started, as the history itself asks for it.</summary>
    private static bool EstAOuvrir(HistoireFlux principale, string fil) =>
        VersionsEtat.Lire(principale.Etat()).Demandes.Values.Any(d => d.Activite == FilsServices.Ouvrir.Activite && d.FilId == fil);

    /// <summary>
    /// Whether the journey's histories say what of the person is in force. Not where it came into force by decisions that are gone; nor before
    /// the first one, when the dossier shows what it was registered with.
    /// </summary>
    private static bool DonneesConnues(Dossier dossier, HistoireFlux principale) =>
        principale.Depart is null && (principale.Dernier > 0 || dossier.DonneesId is not null);

    /// <summary>The row before the first decision: what no decision says is as the store has it.</summary>
    private static Dossier Vierge(Dossier dossier) => new()
    {
        Id = dossier.Id,
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

    /// <summary>Where the first histories are gone, rows that the others do not speak of are of before, as far as anybody can tell.</summary>
    private static IEnumerable<string> Comparer(SortedDictionary<string, string> histoires, SortedDictionary<string, string> magasin, bool tronquees)
    {
        foreach (var nom in histoires.Keys.Union(tronquees ? [] : magasin.Keys).Order(StringComparer.Ordinal))
        {
            var (attendu, montre) = (histoires.GetValueOrDefault(nom), magasin.GetValueOrDefault(nom));
            if (attendu != montre)
            {
                yield return nom.StartsWith(LignesDossier.Donnee, StringComparison.Ordinal)
                    ? $"{nom} : la base montre autre chose que ce qui a été reçu"
                    : $"{nom} : {Differences.Dire(attendu, montre)}";
            }
        }
    }
}
