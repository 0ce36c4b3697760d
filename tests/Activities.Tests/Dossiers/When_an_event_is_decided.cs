using System.Text.Json;
using FranceTravail.Parcours.Activities.Decisions;
using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Workflows.Competence;
using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Parcours.Decisions;
using FranceTravail.Parcours.Workflows.Parcours.Donnees;
using FranceTravail.Parcours.Workflows.Serialisation;
using Microsoft.EntityFrameworkCore;
using Temporalio.Exceptions;
using static FranceTravail.Parcours.Activities.Tests.Dossiers.Decisions;
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

    /// <summary>A workflow task may take several decisions, and a worker that is killed in it loses them all.</summary>
    [Theory, SurChaqueMagasin]
    public async Task Should_answer_all_that_a_lost_task_had_decided_and_let_go_what_the_history_holds(Magasin magasin)
    {
        await using var dossier = await PreparerAsync(magasin);
        var premiere = await DeciderAsync(dossier, Debut());
        var deuxieme = Suite(premiere, Repondue(premiere));
        var decidee = await DeciderAsync(dossier, deuxieme);
        var troisieme = Suite([premiere, decidee], Evenement.Temps(Maintenant));
        var suivante = await DeciderAsync(dossier, troisieme);

        Assert.Equal(Texte(premiere), Texte(await DeciderAsync(dossier, Debut())));
        Assert.Equal(Texte(decidee), Texte(await DeciderAsync(dossier, deuxieme)));
        Assert.Equal(Texte(suivante), Texte(await DeciderAsync(dossier, troisieme)));

        await DeciderAsync(dossier, Suite([premiere, decidee, suivante], Evenement.Temps(Maintenant)) with { Acquis = 3 });
        var depasse = await Assert.ThrowsAsync<ApplicationFailureException>(() => DeciderAsync(dossier, deuxieme));
        Assert.Equal(PositionFlux.FluxDepasse, depasse.ErrorType);

        static string Texte(Decision d) => JsonSerializer.Serialize(d, ParcoursJson.Options);
    }

    [Theory, SurChaqueMagasin]
    public async Task Should_take_what_was_typed_for_the_act_as_it_is_then_and_nothing_else(Magasin magasin)
    {
        await using var dossier = await PreparerAsync(magasin);
        var premiere = await DeciderAsync(dossier, Debut());
        await dossier.EcrireAsync(When_data_of_a_person_are_taken.Recues("r1", "d1", (DonneePersonne.Telephone, "06 99 99 99 99")));
        var acte = When_data_of_a_person_are_taken.Acte("r1");
        await dossier.EcrireAsync(Texte("t-1", acte.Cle), Texte("t-2", "autre-acte"));
        await DeciderAsync(dossier, Suite(premiere, Evenement.De(acte)));
        await using var db = dossier.Ouvrir();
        Assert.Equal([("t-1", null), ("t-2", "autre-acte")], (await db.TextesLibres.OrderBy(t => t.Id).ToListAsync()).Select(t => (t.Id, t.EnAttente)));

        static TexteLibre Texte(string id, string cle) => new() { Id = id, DossierId = "d1", Flux = "accompagnement", AuteurRole = "Conseiller", Texte = "Une raison.", EnAttente = cle, CreeLe = Maintenant };
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

    /// <summary>What anybody starts with what began the journey, in its place, decides nothing.</summary>
    [Theory, SurChaqueMagasin]
    public async Task Should_follow_no_run_that_merely_begins_where_one_is(Magasin magasin)
    {
        await using var dossier = await PreparerAsync(magasin);
        var premiere = await DeciderAsync(dossier, Debut() with { EstLePremier = true });
        var place = Debut() with { RunId = "run-2", EstLePremier = true };
        Assert.Equal(PositionFlux.FluxDepasse, (await Assert.ThrowsAsync<ApplicationFailureException>(() => DeciderAsync(dossier, place))).ErrorType);
        await using (var db = dossier.Ouvrir())
        {
            Assert.Equal("run-1", (await db.Flux.SingleAsync()).RunId);
        }

        await DeciderAsync(dossier, Suite(premiere, Repondue(premiere)));
    }

    [Theory, SurChaqueMagasin]
    public async Task Should_name_the_least_loaded_counsellor_and_no_management(Magasin magasin)
    {
        await using var dossier = await PreparerAsync(magasin);
        await dossier.EcrireAsync(DossierDeDonnees.UneFiche("d2"));
        await using var db = dossier.Ouvrir();
        var referents = new ReferentsDuMoment(db);
        Assert.Equal("c-rhone-1", referents.MoinsCharge("rhone", OrganismeReferent.FranceTravail, null));
        (await db.Dossiers.SingleAsync(d => d.Id == "d2")).ReferentId = "c-rhone-1";
        await db.SaveChangesAsync();
        Assert.Equal("c-rhone-2", referents.MoinsCharge("rhone", OrganismeReferent.FranceTravail, null));
        Assert.Null(referents.MoinsCharge("rhone", OrganismeReferent.Delegataire, null));
    }

    [Theory, SurChaqueMagasin]
    public async Task Should_know_the_agents_of_each_authority_and_organism(Magasin magasin)
    {
        await using var dossier = await PreparerAsync(magasin);
        await using var db = dossier.Ouvrir();
        IReferents referents = new ReferentsDuMoment(db);
        Assert.Equal("c-rhone-3", referents.MoinsCharge("rhone", OrganismeReferent.ConseilDepartemental, Decideur.PresidentMetropoleLyon));
        Assert.Equal("c-rhone-8", referents.MoinsCharge("rhone", OrganismeReferent.ConseilDepartemental, Decideur.PresidentConseilDepartemental));
        Assert.Equal(
            [
                new Agent(OrganismeReferent.FranceTravail, Decideur.FranceTravail, Encadrant: false), new(OrganismeReferent.MissionLocale, Decideur.MissionLocale, Encadrant: false),
                new(OrganismeReferent.FranceTravail, Decideur.FranceTravail, Encadrant: true), null,
            ],
            new[] { ("rhone", "c-rhone-2"), ("rhone", "c-rhone-4"), ("rhone", "c-rhone-6"), ("bas-rhin", "c-rhone-2") }.Select(c => referents.Trouver(c.Item1, c.Item2)));
        Assert.Equal(
            [Decideur.FranceTravail, Decideur.PresidentMetropoleLyon, Decideur.MissionLocale, Decideur.CapEmploi, Decideur.FranceTravail, Decideur.PresidentConseilDepartemental, null, null],
            new[] { "c-rhone-1", "c-rhone-3", "c-rhone-4", "c-rhone-5", "c-rhone-6", "c-rhone-9", "c-bas-rhin-3", "inconnu" }.Select(id => referents.AutoriteDe("rhone", id)));
    }

    [Theory, SurChaqueMagasin]
    public async Task Should_be_tried_again_when_the_dossier_is_not_in_the_store_yet(Magasin magasin)
    {
        await using var dossier = await DossierDeDonnees.PreparerAsync(magasin);
        var error = await Assert.ThrowsAsync<ApplicationFailureException>(() => DeciderAsync(dossier, Debut()));
        Assert.Equal((DossierInconnu.Type, false), (error.ErrorType, error.NonRetryable));
    }
}
