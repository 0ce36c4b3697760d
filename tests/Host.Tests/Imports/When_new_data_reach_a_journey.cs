using System.Text.Json;
using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Activities.Histoires;
using FranceTravail.Parcours.Host.Imports;
using FranceTravail.Parcours.Host.Inscriptions;
using FranceTravail.Parcours.Host.Parcours;
using FranceTravail.Parcours.Host.Tests.Parcours;
using FranceTravail.Parcours.Host.Tests.Web;
using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Parcours.Donnees;
using FranceTravail.Parcours.Workflows.Serialisation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.WorkflowService.V1;
using Xunit;

namespace FranceTravail.Parcours.Host.Tests.Imports;

/// <summary>By the command itself, beside the running product: data arrive as an act of the journey, and the store shows what the histories hold.</summary>
public class When_new_data_reach_a_journey(ProduitEntier produit) : IClassFixture<ProduitEntier>
{
    private const string Entete = "reference;nom;prenom;date_naissance;commune;telephone;adresse;reference_caf";
    private const string Ancien = "06 12 34 56 78";
    private const string Nouveau = "06 99 99 99 99";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Should_be_taken_once_said_in_the_timeline_verified_and_rebuilt()
    {
        var (id, row) = await OuvrirAsync();
        var changed = row.Replace(Ancien, Nouveau, StringComparison.Ordinal);
        Assert.Contains("1 dossier mis à jour.", await produit.ImporterAsync(Entete, changed), StringComparison.Ordinal);
        Assert.DoesNotContain("mis à jour", await produit.ImporterAsync(Entete, changed), StringComparison.Ordinal);
        Assert.Equal(Nouveau, (await DossierAsync(id)).Contact.Telephone);
        var fait = Assert.Single(await FaitsAsync(id), f => f.Code == "donnees.changees");
        Assert.StartsWith("Données mises à jour par l’import du territoire du ", fait.Phrase, StringComparison.Ordinal);
        Assert.EndsWith(": téléphone.", fait.Phrase, StringComparison.Ordinal);
        await produit.EgaleAsync(id);
        Assert.DoesNotContain(Nouveau[6..], await HistoireAsync(id), StringComparison.Ordinal);

        await produit.LireAsync(db => db.Dossiers.Where(d => d.Id == id).ExecuteUpdateAsync(d => d.SetProperty(x => x.Contact.Telephone, Ancien), Stop));
        Assert.Equal("donnée Telephone : la base montre autre chose que ce qui a été reçu", Assert.Single((await produit.VerifierAsync(id)).Ecarts));
        await produit.CommandeAsync("dossiers", "reconstruire", id);
        Assert.Equal(Nouveau, (await DossierAsync(id)).Contact.Telephone);
        await produit.EgaleAsync(id);
    }

    [Fact]
    public async Task Should_record_a_move_and_tell_the_counsellor()
    {
        var (id, row) = await OuvrirAsync();
        var said = await produit.ImporterAsync(Entete, row.Replace("62510", "62498", StringComparison.Ordinal).Replace("1 rue du Moulin", "9 rue de la Gare", StringComparison.Ordinal));
        Assert.Contains("à reprendre : commune, adresse, code_postal. Changement de commune : le dossier suit, ou son référent aura à le transmettre.", said, StringComparison.Ordinal);
        var dossier = await DossierAsync(id);
        Assert.Equal(("62498", "9 rue de la Gare", "62300", "Lens"), (dossier.CommuneInsee, dossier.Contact.Adresse, dossier.Contact.CodePostal, dossier.Contact.Ville));
        Assert.Contains(await FaitsAsync(id), f => f.Code == "transfert.sur-place");
        Assert.Equal("62498", dossier.CommuneDuParcours);
        await produit.EgaleAsync(id);
    }

    [Fact]
    public async Task Should_say_a_move_to_where_nobody_serves_and_hold_back_no_other_row()
    {
        var (id, row) = await OuvrirAsync();
        var gone = row.Replace("62510", "75056", StringComparison.Ordinal);
        await produit.ImporterAsync(Entete, gone);
        Assert.Equal(["maintenir"], (await produit.TacheAsync(id, "transmettre-dossier")).Gestes.Select(g => g.Code));
        Assert.Equal("62510", (await DossierAsync(id)).CommuneDuParcours);
        await produit.EgaleAsync(id);
    }

    [Fact]
    public async Task Should_be_rebuilt_as_it_is_after_a_transfer()
    {
        var (id, row) = await OuvrirAsync();
        await produit.ImporterAsync(Entete, row.Replace("62510", "69123", StringComparison.Ordinal));
        await produit.AgirAsync(await produit.TacheAsync(id, "transmettre-dossier"), "transferer");
        await produit.LireAsync(db => db.Taches.Where(t => t.DossierId == id).ExecuteUpdateAsync(t => t.SetProperty(x => x.Libelle, "autre chose"), Stop));
        await produit.CommandeAsync("dossiers", "reconstruire", id);
        await produit.EgaleAsync(id);
        Assert.Equal(["rhone"], await produit.LireAsync(db => db.Taches.Where(t => t.DossierId == id).Select(t => t.Territoire).Distinct().ToListAsync(Stop)));
    }

    [Fact]
    public async Task Should_have_the_dossier_handed_over_where_others_accompany()
    {
        var (id, row) = await OuvrirAsync();
        await produit.ImporterAsync(Entete, row.Replace("62510", "69123", StringComparison.Ordinal));
        var before = await DossierAsync(id);
        Assert.Equal(("69123", "62510", "pas-de-calais"), (before.CommuneInsee, before.CommuneDuParcours, before.Territoire));

        // From the dossier, that is not hers any more once she has handed it over: she is led to her day, and told there.
        using var elle = new Visiteur(produit.Adresse);
        await elle.EntrerAsync("conseiller", await produit.LireAsync(db => db.Conseillers.Where(c => c.Territoire == "pas-de-calais" && !c.Encadrant).OrderBy(c => c.Id).Select(c => c.Id).FirstAsync(Stop)));
        var page = $"/taches/{id}/{(await produit.TacheAsync(id, "transmettre-dossier")).Id}";
        var answer = await elle.PostAsync(page, page, new Dictionary<string, string> { ["geste"] = "transferer", ["cle"] = Guid.NewGuid().ToString(), ["retour"] = $"/dossiers/{id}" });
        Assert.Equal("/ma-journee", answer.Headers.Location?.ToString());
        Assert.Contains("le dossier est transféré", await elle.PageAsync("/ma-journee"), StringComparison.Ordinal);
        var after = await DossierAsync(id);
        Assert.Equal(("69123", "rhone"), (after.CommuneDuParcours, after.Territoire));
        Assert.Equal(["rhone"], await produit.LireAsync(db => db.Taches.Where(t => t.DossierId == id).Select(t => t.Territoire).Distinct().ToListAsync(Stop)));
        await produit.EgaleAsync(id);
    }

    [Fact]
    public async Task Should_not_take_back_what_the_person_said_since_when_a_flux_says_the_same_again()
    {
        var (id, row) = await OuvrirAsync();
        var reception = produit.Services.GetRequiredService<ReceptionDonnees>();
        await reception.GarderAsync([new Difference(0, await DossierAsync(id), new Dictionary<string, string> { ["Telephone"] = Nouveau }, [], [])], Stop, SourceDonnees.Personne);
        Assert.IsType<ReponseMoteur.Fait>(await reception.EnvoyerAsync(id, Stop));
        Assert.DoesNotContain("mis à jour", await produit.ImporterAsync(Entete, row), StringComparison.Ordinal);
        Assert.Equal(Nouveau, (await DossierAsync(id)).Contact.Telephone);

        // What it says anew is taken.
        Assert.Contains("1 dossier mis à jour.", await produit.ImporterAsync(Entete, row.Replace(Ancien, "06 11 11 11 11", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Equal("06 11 11 11 11", (await DossierAsync(id)).Contact.Telephone);
    }

    [Fact]
    public async Task Should_be_kept_while_the_journey_is_interrupted_and_taken_when_it_is_taken_up()
    {
        var (id, row) = await OuvrirAsync();
        await produit.Client.GetWorkflowHandle(NomsParcours.IdWorkflow(id)).TerminateAsync("essai");
        var said = await produit.ImporterAsync(Entete, row.Replace(Ancien, Nouveau, StringComparison.Ordinal));
        Assert.Contains($"Ligne 2, pas mise à jour : son parcours est interrompu (« dossiers reprendre {id} »)", said, StringComparison.Ordinal);
        Assert.Equal(Ancien, (await DossierAsync(id)).Contact.Telephone);

        Assert.Contains("repris à sa dernière décision", await produit.CommandeAsync("dossiers", "reprendre", id), StringComparison.Ordinal);
        using var envoi = ActivatorUtilities.CreateInstance<EnvoiDonnees>(produit.Services);
        await envoi.TournerAsync(Stop);
        await ProduitEntier.JusquaAsync(async () => (await DossierAsync(id)).Contact.Telephone == Nouveau);
        Assert.Single(await FaitsAsync(id), f => f.Code == "donnees.changees");
        await produit.EgaleAsync(id);
    }

    [Fact]
    public async Task Should_end_with_what_was_said_last_though_something_older_waited()
    {
        var (id, row) = await OuvrirAsync();
        var reception = produit.Services.GetRequiredService<ReceptionDonnees>();
        await reception.GarderAsync([new Difference(2, await DossierAsync(id), new Dictionary<string, string> { ["Telephone"] = Nouveau, ["Adresse"] = "9 rue de la Gare" }, ["telephone", "adresse"], [])], Stop);

        // The first file again: what it says was in force, until what waits is taken.
        Assert.Contains("à reprendre : telephone, adresse.", await produit.ImporterAsync(Entete, row), StringComparison.Ordinal);
        using var envoi = ActivatorUtilities.CreateInstance<EnvoiDonnees>(produit.Services);
        await envoi.TournerAsync(Stop);
        var dossier = await DossierAsync(id);
        Assert.Equal((Ancien, "1 rue du Moulin"), (dossier.Contact.Telephone, dossier.Contact.Adresse));
        Assert.Equal(2, (await FaitsAsync(id)).Count(f => f.Code == "donnees.changees"));
        await produit.EgaleAsync(id);
    }

    [Fact]
    public async Task Should_say_what_waits_when_the_same_is_imported_again()
    {
        var (id, row) = await OuvrirAsync();
        var reception = produit.Services.GetRequiredService<ReceptionDonnees>();
        await reception.GarderAsync([new Difference(2, await DossierAsync(id), new Dictionary<string, string> { ["Telephone"] = Nouveau }, ["telephone"], [])], Stop);
        Assert.Contains("1 dossier mis à jour.", await produit.ImporterAsync(Entete, row.Replace(Ancien, Nouveau, StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Equal(Nouveau, (await DossierAsync(id)).Contact.Telephone);
    }

    [Fact]
    public async Task Should_be_no_failure_any_more_once_they_are_taken_whoever_said_them()
    {
        var (failures, service) = (produit.Services.GetRequiredService<Echecs>(), ActivatorUtilities.CreateInstance<EnvoiDonnees>(produit.Services));
        using (service)
        {
            foreach (var byImport in new[] { true, false })
            {
                var (id, row) = await OuvrirAsync();
                await failures.NoterAsync(EnvoiDonnees.Service, id, "le service n’a pas su dire", Stop);
                if (byImport)
                {
                    await produit.ImporterAsync(Entete, row.Replace(Ancien, Nouveau, StringComparison.Ordinal));
                }

                await service.TournerAsync(Stop);
                Assert.DoesNotContain(await failures.TousAsync(Stop), f => f.DossierId == id);
            }
        }
    }

    [Fact]
    public async Task Should_go_with_a_past_that_a_reset_took_back_and_come_again()
    {
        var (id, row) = await OuvrirAsync();
        var journey = produit.Client.GetWorkflowHandle(NomsParcours.IdWorkflow(id));
        await ProduitEntier.JusquaAsync(async () => (await journey.QueryAsync<AvancementParcours?>(NomsParcours.RequeteAvancement, []))!.EnAttente.Count == 0);
        var avant = (await journey.FetchHistoryAsync()).Events.Last(e => e.EventType == EventType.WorkflowTaskCompleted).EventId;
        var changed = row.Replace(Ancien, Nouveau, StringComparison.Ordinal);
        await produit.ImporterAsync(Entete, changed);
        await produit.Client.WorkflowService.ResetWorkflowExecutionAsync(new ResetWorkflowExecutionRequest
        {
            Namespace = produit.Client.Options.Namespace,
            WorkflowExecution = new() { WorkflowId = journey.Id },
            Reason = "essai",
            RequestId = Guid.NewGuid().ToString("n"),
            WorkflowTaskFinishEventId = avant,
            ResetReapplyExcludeTypes = { ResetReapplyExcludeType.Update },
        });
        await ActivatorUtilities.CreateInstance<VeilleParcours>(produit.Services).TournerAsync(Stop);
        Assert.Equal(Ancien, (await DossierAsync(id)).Contact.Telephone);
        await produit.EgaleAsync(id);

        Assert.Contains("1 dossier mis à jour.", await produit.ImporterAsync(Entete, changed), StringComparison.Ordinal);
        Assert.Equal(Nouveau, (await DossierAsync(id)).Contact.Telephone);
        await produit.EgaleAsync(id);
    }

    [Fact]
    public async Task Should_be_refused_in_a_sentence_when_the_journey_has_ended()
    {
        var (id, row) = await OuvrirAsync();
        var dossier = await DossierAsync(id);
        await produit.Client.GetWorkflowHandle(NomsParcours.IdWorkflow(id)).TerminateAsync("essai");
        await produit.LireAsync(db => db.Dossiers.Where(d => d.Id == id).ExecuteUpdateAsync(d => d.SetProperty(x => x.Statut, StatutDossier.Clos), Stop));
        var changed = row.Replace(Ancien, Nouveau, StringComparison.Ordinal);
        Assert.Contains($"Ligne 2, mise de côté : {ReceptionDonnees.Clos}", await produit.ImporterAsync(Entete, changed), StringComparison.Ordinal);

        // It ended between the reading of the plan and the sending.
        var reception = produit.Services.GetRequiredService<ReceptionDonnees>();
        await reception.GarderAsync([new Difference(2, dossier, new Dictionary<string, string> { ["Telephone"] = Nouveau }, ["telephone"], [])], Stop);
        Assert.Equal(ReceptionDonnees.Clos, Assert.IsType<ReponseMoteur.Refuse>(await reception.EnvoyerAsync(id, Stop)).Raison);
        Assert.Equal(id, Assert.Single(await produit.LireAsync(db => db.Donnees.Where(d => d.DossierId == id).ToListAsync(Stop))).Id);
    }

    /// <summary>A person of whom a file said a first time, and whose journey runs; and her row.</summary>
    private async Task<(string Id, string Row)> OuvrirAsync()
    {
        var reference = Guid.NewGuid().ToString("n");
        var row = $"{reference};Kaba;Ana;01/02/1992;62510;{Ancien};1 rue du Moulin;{Random.Shared.Next(1_000_000, 9_999_999)}";
        await produit.ImporterAsync(Entete, row);
        var id = await produit.LireAsync(db => db.Dossiers.Where(d => d.ReferenceImport == reference).Select(d => d.Id).SingleAsync(Stop));
        await ProduitEntier.JusquaAsync(() => produit.LireAsync(db => db.Taches.AnyAsync(t => t.DossierId == id && t.CloseLe == null, Stop)));
        return (id, row);
    }

    private Task<Dossier> DossierAsync(string id) => produit.LireAsync(db => db.Dossiers.AsNoTracking().SingleAsync(d => d.Id == id, Stop));

    private Task<List<Fait>> FaitsAsync(string id) => produit.LireAsync(db => db.Faits.Where(f => f.DossierId == id).ToListAsync(Stop));

    private async Task<string> HistoireAsync(string id)
    {
        var workflow = (await Deroulements.DernierAsync(produit.Client, id, NomsParcours.FilPrincipal))!;
        var decisions = (await LecteurHistoires.LireAsync(produit.Client, workflow.Id, workflow.RunId)).Decisions;
        return JsonSerializer.Serialize(decisions, ParcoursJson.Options);
    }
}
