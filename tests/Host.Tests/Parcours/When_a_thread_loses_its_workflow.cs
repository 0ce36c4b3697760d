using System.Text.Json;
using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Activities.Histoires;
using FranceTravail.Parcours.Host.Inscriptions;
using FranceTravail.Parcours.Host.Parcours;
using FranceTravail.Parcours.Workflows.Modele;
using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Serialisation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Temporalio.Api.WorkflowService.V1;
using Xunit;

namespace FranceTravail.Parcours.Host.Tests.Parcours;

/// <summary>A thread that is a workflow of its own, terminated or lost beside its journey or with it: it is found, and taken up.</summary>
public class When_a_thread_loses_its_workflow(ProduitEntier produit) : IClassFixture<ProduitEntier>
{
    private const string Fil = "conjoint";
    private const string FilId = "conjoint-1";
    private const string Confirmer = "confirmer-rendez-vous";
    private const string Etablir = "etablir-diagnostic";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Should_be_found_and_taken_up_when_it_was_terminated()
    {
        var id = await OuvrirAsync();
        await produit.Client.GetWorkflowHandle(NomsParcours.IdWorkflow(id, FilId)).TerminateAsync("essai");
        var constat = await produit.VerifierAsync(id);
        Assert.Equal((Concordance.Interrompue, FilId), (constat.Concordance, Assert.Single(constat.Interrompus)));
        var veille = ActivatorUtilities.CreateInstance<VeilleParcours>(produit.Services);
        await veille.TournerAsync(Stop);
        Assert.Contains(await EchecsAsync(id), e => e.Motif.Contains($"« {FilId} »", StringComparison.Ordinal));

        Assert.Contains("1 dossier diffère sur 1. Pour reprendre : dossiers reprendre.", await produit.CommandeAsync("dossiers", "verifier", id), StringComparison.Ordinal);
        Assert.Contains($"{id}, fil « {FilId} » : repris à sa dernière décision.", await produit.CommandeAsync("dossiers", "reprendre", id), StringComparison.Ordinal);
        await FinirAsync(id);
        await veille.TournerAsync(Stop);
        Assert.Empty(await EchecsAsync(id));
    }

    [Fact]
    public async Task Should_be_known_to_have_ended_by_a_journey_that_was_interrupted_meanwhile()
    {
        var id = await OuvrirAsync();
        await produit.Client.GetWorkflowHandle(NomsParcours.IdWorkflow(id)).TerminateAsync("essai");
        await PartagerAsync(id);
        Assert.Contains("1 parcours repris", await produit.CommandeAsync("dossiers", "reprendre", id), StringComparison.Ordinal);
        await ProduitEntier.JusquaAsync(async () =>
        {
            var repris = await produit.Client.GetWorkflowHandle(NomsParcours.IdWorkflow(id)).DescribeAsync();
            return !(await LecteurHistoires.LireAsync(produit.Client, repris.Id, repris.RunId)).Etat()["fils"]!.AsObject().ContainsKey(FilId);
        });
        await produit.EgaleAsync(id);
    }

    [Fact]
    public async Task Should_begin_anew_when_the_service_lost_it()
    {
        var id = await OuvrirAsync();
        await PerdreAsync(id, FilId);
        var constat = await produit.VerifierAsync(id);
        Assert.Equal((Concordance.SansFil, FilId), (constat.Concordance, Assert.Single(constat.Perdus)));
        Assert.Contains($"{id}, fil « {FilId} » : recommence ; ce qu’il avait établi reste, marqué.", await produit.CommandeAsync("dossiers", "reprendre", id), StringComparison.Ordinal);
        await produit.EgaleAsync(id);
        await produit.TacheAsync(id, Etablir);
        Assert.Single(await TachesAsync(id, Etablir));
        await FinirAsync(id);
    }

    [Fact]
    public async Task Should_leave_no_task_when_it_was_lost_with_its_journey()
    {
        var id = await OuvrirAsync();
        await PerdreAsync(id, FilId);
        await PerdreAsync(id, NomsParcours.FilPrincipal);
        Assert.Equal(Concordance.SansParcours, (await produit.VerifierAsync(id)).Concordance);
        await produit.CommandeAsync("dossiers", "reprendre", id);
        Assert.Empty(await TachesAsync(id, Etablir));
        await RecommenceeAsync(id);
    }

    [Fact]
    public async Task Should_go_on_when_its_journey_alone_was_lost()
    {
        var id = await OuvrirAsync();
        await PerdreAsync(id, NomsParcours.FilPrincipal);
        await produit.CommandeAsync("dossiers", "reprendre", id);
        await RecommenceeAsync(id);
        await FinirAsync(id);
    }

    /// <summary>The journey begins again as it did the first time, by whoever starts the journeys that never began.</summary>
    private async Task RecommenceeAsync(string id)
    {
        using var reprise = ActivatorUtilities.CreateInstance<RepriseInscriptions>(produit.Services);
        await reprise.TournerAsync(Stop);
        await produit.OrienterAsync(id);
        await produit.TacheAsync(id, Confirmer);
        await produit.EgaleAsync(id);
    }

    private async Task FinirAsync(string id)
    {
        await PartagerAsync(id);
        await produit.EgaleAsync(id);
    }

    /// <summary>The thread comes to its end.</summary>
    private async Task PartagerAsync(string id)
    {
        await produit.AgirAsync(id, FilId, new Acte
        {
            Cle = Guid.NewGuid().ToString("n"),
            TacheId = (await produit.TacheAsync(id, Etablir)).Id,
            Geste = "partager",
            Acteur = new Acteur(RoleActeur.Conseiller, "c-pas-de-calais-1"),
            Valeurs = new Dictionary<string, string> { ["projet"] = "defini" },
        });
        await produit.Client.GetWorkflowHandle(NomsParcours.IdWorkflow(id, FilId)).GetResultAsync();
        await ProduitEntier.JusquaAsync(() => produit.LireAsync(db => db.Fils.AnyAsync(f => f.DossierId == id && f.Id == FilId && f.ClosLe != null, Stop)));
    }

    private async Task PerdreAsync(string id, string flux)
    {
        var workflow = NomsParcours.IdWorkflow(id, flux);
        await produit.Client.WorkflowService.DeleteWorkflowExecutionAsync(new DeleteWorkflowExecutionRequest
        {
            Namespace = produit.Client.Options.Namespace,
            WorkflowExecution = new() { WorkflowId = workflow },
        });
        await ProduitEntier.JusquaAsync(async () => await Deroulements.DernierAsync(produit.Client, id, flux) is null);
    }

    private Task<List<Tache>> TachesAsync(string id, string nature) => produit.LireAsync(db => db.Taches.Where(t => t.DossierId == id && t.Nature == nature).ToListAsync(Stop));

    private async Task<IReadOnlyList<Echec>> EchecsAsync(string id) =>
        [.. (await produit.Services.GetRequiredService<Echecs>().TousAsync(Stop)).Where(e => e.DossierId == id)];

    /// <summary>A journey at its first appointment, with a thread of its own beside it.</summary>
    private async Task<string> OuvrirAsync()
    {
        await PublierAsync();
        var dossier = ProduitEntier.UnDossier(modeleVersion: 99);
        await using (var db = produit.Ouvrir())
        {
            db.Add(dossier);
            await db.SaveChangesAsync(Stop);
        }

        await produit.Services.GetRequiredService<JourneyClient>().DemarrerAsync(dossier, Stop);
        await produit.OrienterAsync(dossier.Id);
        await produit.TacheAsync(dossier.Id, Confirmer);
        await produit.AgirAsync(dossier.Id, NomsParcours.FilPrincipal, new Acte { Cle = Guid.NewGuid().ToString("n"), OuvreFil = Fil, Acteur = new(RoleActeur.Conseiller, "c-pas-de-calais-1") });
        await produit.TacheAsync(dossier.Id, Etablir);
        await produit.EgaleAsync(dossier.Id);
        return dossier.Id;
    }

    /// <summary>The national template, with a diagnostic of its own beside the accompaniment.</summary>
    private async Task PublierAsync()
    {
        await using var db = produit.Ouvrir();
        if (await db.Modeles.AnyAsync(m => m.Version == 99, Stop))
        {
            return;
        }

        var publie = await db.Modeles.AsNoTracking().FirstAsync(m => m.ModeleId == "national", Stop);
        var modele = JsonSerializer.Deserialize<ModeleParcours>(publie.ModeleJson, ParcoursJson.Options)!;
        var diagnostic = modele.Noeuds.First(n => n.Type == "Parcours.Diagnostic");
        modele = modele with
        {
            Version = 99,
            Noeuds =
            [
                .. modele.Noeuds,
                diagnostic with { Id = "conjoint-diagnostic", Sorties = diagnostic.Sorties.ToDictionary(s => s.Key, _ => "conjoint-fin") },
                new Noeud { Id = "conjoint-fin", Type = "Parcours.FinDeFil", Titre = "Fin", Parametres = new Dictionary<string, string>(), Sorties = new Dictionary<string, string>() },
            ],
            Fils = [new FilModele { Id = Fil, Titre = "Diagnostic conjoint", Entree = "conjoint-diagnostic", Ouvreurs = ["Conseiller"], Separe = true }],
        };
        db.Modeles.Add(new()
        {
            ModeleId = "national",
            Version = 99,
            Nom = "Essai",
            DefinitionJson = "{}",
            ModeleJson = JsonSerializer.Serialize(modele, ParcoursJson.Options),
            Empreinte = "0123456789",
            PublieeLe = SystemClock.Instance.GetCurrentInstant(),
        });
        await db.SaveChangesAsync(Stop);
    }
}
