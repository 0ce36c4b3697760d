using System.Text.Json;
using System.Text.Json.Nodes;
using FranceTravail.Parcours.Activities.Decisions;
using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Etapes;
using FranceTravail.Parcours.Workflows.Modele;
using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Parcours.Decisions;
using FranceTravail.Parcours.Workflows.Parcours.Demandes;
using FranceTravail.Parcours.Workflows.Parcours.Etats;
using FranceTravail.Parcours.Workflows.Serialisation;
using Microsoft.EntityFrameworkCore;
using Temporalio.Exceptions;
using static FranceTravail.Parcours.Activities.Tests.Exemples;

namespace FranceTravail.Parcours.Activities.Tests.Dossiers;

/// <summary>A decision and what it shows are one transaction; a rank that is there is answered as it is, whoever asks.</summary>
public sealed class When_an_event_is_decided
{
    [Theory, SurChaqueMagasin]
    public async Task Should_show_what_was_decided(Magasin magasin)
    {
        await using var dossier = await PreparerAsync(magasin);
        var decision = await DeciderAsync(dossier, Debut());
        await using var db = dossier.Ouvrir();
        Assert.Equal((1L, 1, "debut"), (decision.Numero, decision.Epoque, decision.Evenement));
        Assert.Equal((StatutDossier.Ouvert, "inscription", 1L), ((await db.Dossiers.SingleAsync()) is var d ? (d.Statut, d.NoeudId, d.Projection) : default));
        Assert.Equal(("inscription.demande", "accompagnement", 1, 1L), (await db.Faits.SingleAsync()) is var f ? (f.Code, f.FilId, f.Epoque, f.Decision) : default);
        Assert.NotNull((await db.Fils.SingleAsync()).ProchaineEcheance);
        Assert.Equal(["inscription", "contrat"], await db.Etapes.OrderBy(e => e.Ordre).Select(e => e.NoeudId).ToListAsync());
    }

    [Theory, SurChaqueMagasin]
    public async Task Should_be_decided_once_when_it_is_asked_thirty_times_at_once(Magasin magasin)
    {
        await using var dossier = await PreparerAsync(magasin);
        var decisions = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => Task.Run(() => DeciderAsync(dossier, Debut()))));
        Assert.Single(decisions.Select(d => JsonSerializer.Serialize(d, ParcoursJson.Options)).Distinct());
        await using var db = dossier.Ouvrir();
        Assert.Equal(1, await db.Faits.CountAsync());
    }

    [Theory, SurChaqueMagasin]
    public async Task Should_answer_what_the_store_holds_to_another_event_of_the_same_rank(Magasin magasin)
    {
        await using var dossier = await PreparerAsync(magasin);
        var premiere = await DeciderAsync(dossier, Debut());
        var reponse = await DeciderAsync(dossier, Suite(premiere, Repondue(premiere)));
        var temps = await DeciderAsync(dossier, Suite(premiere, Evenement.Temps(Maintenant)));
        Assert.Equal(JsonSerializer.Serialize(reponse, ParcoursJson.Options), JsonSerializer.Serialize(temps, ParcoursJson.Options));
        Assert.StartsWith("reponse/", temps.Evenement);
    }

    [Theory, SurChaqueMagasin]
    public async Task Should_write_nothing_of_an_act_that_is_refused(Magasin magasin)
    {
        await using var dossier = await PreparerAsync(magasin);
        var premiere = await DeciderAsync(dossier, Debut());
        var refus = await DeciderAsync(dossier, Suite(premiere, Evenement.De(new Acte { Cle = "c1", TacheId = "absente", Geste = "rien", Acteur = new(RoleActeur.Conseiller, "c-rhone-1") })));
        Assert.Equal("Cette tâche n’est plus ouverte : la page a changé depuis que vous l’avez affichée.", refus.Refus!.Replace('\u00a0', ' '));
        await using var db = dossier.Ouvrir();
        Assert.Equal(1, (await db.Flux.SingleAsync()).Numero);
    }

    [Theory, SurChaqueMagasin]
    public async Task Should_follow_a_run_into_the_one_that_continues_it(Magasin magasin)
    {
        await using var dossier = await PreparerAsync(magasin);
        var premiere = await DeciderAsync(dossier, Debut());
        var suite = Suite(premiere, Repondue(premiere)) with { RunId = "run-2", RunPrecedent = "run-1" };
        Assert.Equal((2L, 1), (await DeciderAsync(dossier, suite)) is var d ? (d.Numero, d.Epoque) : default);
        var depasse = await Assert.ThrowsAsync<ApplicationFailureException>(() => DeciderAsync(dossier, Suite(premiere, Evenement.Temps(Maintenant))));
        Assert.Equal((PositionFlux.FluxDepasse, false), (depasse.ErrorType, depasse.NonRetryable));
    }

    [Theory, SurChaqueMagasin]
    public async Task Should_notice_a_gap_and_a_run_of_another_past(Magasin magasin)
    {
        await using var dossier = await PreparerAsync(magasin);
        var premiere = await DeciderAsync(dossier, Debut());
        var suite = Suite(premiere, Repondue(premiere));
        await using var db = dossier.Ouvrir();
        await Assert.ThrowsAsync<FluxRompuException>(() => PositionFlux.TrouverAsync(db, suite with { Numero = 3 }, default));
        await Assert.ThrowsAsync<FluxRompuException>(() => PositionFlux.TrouverAsync(db, suite with { RunId = "reset" }, default));
    }

    [Theory, SurChaqueMagasin]
    public async Task Should_name_the_least_loaded_counsellor_and_no_management(Magasin magasin)
    {
        await using var dossier = await PreparerAsync(magasin);
        await dossier.EcrireAsync(DossierDeDonnees.UneFiche("d2"));
        await using var db = dossier.Ouvrir();
        var referents = new ReferentsDuMoment(db);
        Assert.Equal("c-rhone-1", referents.MoinsCharge("rhone", OrganismeReferent.FranceTravail));
        (await db.Dossiers.SingleAsync(d => d.Id == "d2")).ReferentId = "c-rhone-1";
        await db.SaveChangesAsync();
        Assert.Equal("c-rhone-2", referents.MoinsCharge("rhone", OrganismeReferent.FranceTravail));
        Assert.Null(referents.MoinsCharge("rhone", OrganismeReferent.Delegataire));
        Assert.Equal((true, false, false), (referents.PeutAccompagner("rhone", "c-rhone-2"), referents.PeutAccompagner("rhone", "c-rhone-6"), referents.PeutAccompagner("bas-rhin", "c-rhone-2")));
    }

    [Theory, SurChaqueMagasin]
    public async Task Should_be_tried_again_when_the_dossier_is_not_in_the_store_yet(Magasin magasin)
    {
        await using var dossier = await DossierDeDonnees.PreparerAsync(magasin);
        var error = await Assert.ThrowsAsync<ApplicationFailureException>(() => DeciderAsync(dossier, Debut()));
        Assert.Equal((DossierInconnu.Type, false), (error.ErrorType, error.NonRetryable));
    }

    private static async Task<DossierDeDonnees> PreparerAsync(Magasin magasin)
    {
        var dossier = await DossierDeDonnees.PreparerAsync(magasin);
        await dossier.EcrireAsync(DossierDeDonnees.UneFiche(), new VersionModele
        {
            ModeleId = "national",
            Version = 1,
            Nom = "Essai",
            DefinitionJson = "{}",
            ModeleJson = JsonSerializer.Serialize(Modele(), ParcoursJson.Options),
            Empreinte = "0123456789",
            PublieeLe = Maintenant,
        });
        return dossier;
    }

    private static Task<Decision> DeciderAsync(DossierDeDonnees dossier, DecisionDemandee demande) => dossier.Activites<DecisionActivities>().DeciderAsync(demande);

    private static DecisionDemandee Debut() => new()
    {
        Demarrage = new DemarrageParcours { DossierId = "d1", Territoire = "rhone", Commune = "62510", ModeleId = "national", ModeleVersion = 1, Situation = new() },
        Evenement = Evenement.Debut,
        Maintenant = Maintenant,
        Numero = 1,
        WorkflowId = "parcours-d1",
        RunId = "run-1",
    };

    private static DecisionDemandee Suite(Decision premiere, Evenement evenement)
    {
        var etat = new JsonObject();
        Changements.Appliquer(etat, premiere.Changements!);
        return Debut() with { Etat = etat, Evenement = evenement, Numero = premiere.Numero + 1 };
    }

    private static Evenement Repondue(Decision premiere)
    {
        var etat = new JsonObject();
        Changements.Appliquer(etat, premiere.Changements!);
        var demande = VersionsEtat.Lire(etat).Demandes.Values.Single();
        return Evenement.De(demande, new Reponse { Refus = "Identité à vérifier." });
    }

    private static ModeleParcours Modele() => new()
    {
        Id = "national",
        Version = 1,
        Nom = "Essai",
        Empreinte = "0123456789",
        Entree = "inscription",
        Noeuds =
        [
            Noeud("inscription", "Parcours.Inscription", ("Inscrite", "contrat")),
            Noeud("contrat", "Parcours.ContratEngagement", ("Signe", "fin")),
            Noeud("fin", "Parcours.Cloture"),
        ],
    };

    private static Noeud Noeud(string id, string type, params (string Sortie, string Vers)[] sorties) => new()
    {
        Id = id,
        Type = type,
        Titre = id,
        Parametres = CatalogueEtapes.National.Trouver(type)!.Entrees.ToDictionary(e => e.Nom, e => e.ParDefaut!),
        Sorties = sorties.ToDictionary(s => s.Sortie, s => s.Vers),
    };
}
