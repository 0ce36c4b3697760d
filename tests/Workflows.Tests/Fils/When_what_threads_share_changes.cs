using System.Text.Json.Nodes;
using FranceTravail.Parcours.Workflows.Competence;
using FranceTravail.Parcours.Workflows.Delais;
using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Parcours.Decisions;
using FranceTravail.Parcours.Workflows.Parcours.Etats;
using FranceTravail.Parcours.Workflows.Parcours.Fils;
using FranceTravail.Parcours.Workflows.Tests.Banc;
using FranceTravail.Parcours.Workflows.Tests.Moteur;
using NodaTime;

namespace FranceTravail.Parcours.Workflows.Tests.Fils;

/// <summary>A thread that runs by itself is not left where the person no longer lives, with people who no longer accompany her.</summary>
public class When_what_threads_share_changes
{
    private static readonly int[] Hasard = [.. Enumerable.Range(0, 20).Select(i => i == 4 ? 39 : 0)];
    private static readonly Instant Debut = Instant.FromUtc(2026, 11, 2, 8, 0);
    private static readonly DossierParcours Avant = new() { Lieu = new("62510", "pas-de-calais"), Organisme = Workflows.Dossiers.OrganismeReferent.FranceTravail, ReferentId = "c-1" };
    private static readonly DossierParcours Apres = Avant with { Lieu = new("69123", "rhone"), ReferentId = "c-2" };

    private readonly JsonObject etat = [];

    private EtatParcours Etat => VersionsEtat.Lire(etat);

    [Fact]
    public void Should_follow_the_person_and_who_accompanies_her()
    {
        Decider(Evenement.Debut);
        Assert.Equal("c-1", Assert.Single(Etat.Taches.Values).Responsable.Id);
        Decider(Evenement.De(Partage(Apres, 7)));
        Assert.Equal(Apres, Etat.Dossier);
        Assert.Equal("c-2", Assert.Single(Etat.Taches.Values).Responsable.Id);
        Assert.Equal("c-2", Etat.Fils["fil-1-1"].Avancement!.Responsable.Id);
    }

    [Fact]
    public void Should_not_go_back_to_what_was_said_before()
    {
        Decider(Evenement.Debut);
        Decider(Evenement.De(Partage(Apres, 7)));
        Decider(Evenement.De(Partage(Avant, 6)));
        Assert.Equal(Apres, Etat.Dossier);
        Decider(Evenement.De(Partage(Avant, 2) with { Rang = new(Debut + Duration.FromHours(1), 2) }));
        Assert.Equal(Avant, Etat.Dossier);
    }

    [Fact]
    public void Should_be_told_by_a_journey_once_for_each_change_and_for_nothing_else()
    {
        var p = new ParcoursEnMemoire(modele: TroisFils.Modele(Hasard, separe: true), catalogue: TroisFils.Catalogue).Oriente();
        Assert.EndsWith("commence.", p.Ouvrir("fil-1", RoleActeur.Conseiller, "c-1"), StringComparison.Ordinal);
        Assert.Empty(p.Demandees(FilsServices.Informer));
        p.Appliquer(Banc.Donnees.Demenagement("donnees-1", "69123", "rhone"));
        Assert.DoesNotContain(p.Demandees(FilsServices.Informer), d => d.Dossier.Lieu.Territoire == "rhone");
        p.Agir("transmettre-dossier", "transferer");
        var dit = p.Demandees(FilsServices.Informer).Last();
        Assert.Equal(("fil-1-1", p.Etat.Dossier.Lieu, p.Etat.Dossier.ReferentId), (dit.FilId, dit.Dossier.Lieu, dit.Dossier.ReferentId));
        Assert.Equal(p.Demandees(FilsServices.Informer).Count(), p.Demandees(FilsServices.Informer).Select(d => d.Rang).Distinct().Count());
    }

    [Fact]
    public async Task Should_reach_the_workflow_of_the_thread()
    {
        await using var scene = await Scene.OuvrirAsync(modele: TroisFils.Modele(Hasard, separe: true), catalogue: TroisFils.Catalogue);
        await scene.OrienterAsync();
        await scene.TacheAsync("confirmer-rendez-vous");
        await scene.OuvrirFilAsync("fil-1", RoleActeur.Conseiller, "c-1");
        await scene.TacheAsync("instruire");
        await new Histoire(scene).JusquAuContratSigneAsync();
        await scene.JusquaAsync(
            async () => (await scene.Client.GetWorkflowHandle<ParcoursWorkflow>(NomsParcours.IdWorkflow(scene.DossierId, "fil-1-1")).FetchHistoryAsync())
                .Events.Any(e => e.WorkflowExecutionSignaledEventAttributes?.SignalName == NomsParcours.SignalPartage),
            "what they share");
    }

    private static DossierPartage Partage(DossierParcours dossier, long numero) =>
        new() { FilId = "fil-1-1", Dossier = dossier, Personne = Situations.ProcheDeLEmploi, Rang = new(Debut, numero) };

    private void Decider(Evenement evenement)
    {
        var modele = TroisFils.Modele(Hasard, separe: true);
        var decision = new Deciseur(TroisFils.Catalogue, CalendriersCommunes.Nationaux, TableCompetence.Nationale).Decider(
            new DecisionDemandee
            {
                Demarrage = new DemarrageParcours
                {
                    DossierId = "dossier-0001",
                    Territoire = "pas-de-calais",
                    Commune = "62510",
                    ModeleId = modele.Id,
                    ModeleVersion = modele.Version,
                    Situation = Situations.ProcheDeLEmploi,
                    Fil = new FilAOuvrir { Id = "fil-1-1", Type = "fil-1", Dossier = Avant, Personne = Situations.ProcheDeLEmploi },
                },
                Etat = etat.Count == 0 ? null : etat,
                Evenement = evenement,
                Maintenant = Debut,
                Numero = etat.Count == 0 ? 1 : Etat.Numero + 1,
                Acquis = 0,
                WorkflowId = NomsParcours.IdWorkflow("dossier-0001", "fil-1-1"),
                RunId = "run",
            },
            modele,
            epoque: 1,
            new Monde());
        Assert.Null(decision.Refus);
        Changements.Appliquer(etat, decision.Changements!);
    }
}
