using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Taches;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using static FranceTravail.Parcours.Activities.Tests.Exemples;

namespace FranceTravail.Parcours.Activities.Tests.Dossiers;

public sealed class ProjectionTests
{
    [Theory, SurChaqueMagasin]
    public async Task Should_show_what_the_journey_says(Magasin magasin)
    {
        await using var dossier = await AvecUneFiche(magasin);
        await ProjeterAsync(dossier, UneProjection(1) with
        {
            Taches = [UneTache("t1")],
            Ruban = [new() { NoeudId = "n1", Type = "Parcours.Inscription", Titre = "Inscription", Ordre = 1, Statut = StatutEtape.Faite }],
            RendezVous = [new() { RendezVousId = "r1", Objet = "Premier rendez-vous", Debut = Maintenant, Fin = Maintenant, Lieu = new() { Nom = "Agence", Adresse = "1 rue de la Gare", Telephone = "01 99 00 31 05" }, Statut = StatutRendezVous.Propose }],
            Semaines = [new() { Lundi = new LocalDate(2026, 1, 5), HeuresPrevues = 15.5m, Statut = StatutSemaine.ADeclarer }],
            Contrats = [UnContrat("Suivre un atelier", "Vous recevoir chaque mois")],
        });

        await using var db = dossier.Ouvrir();
        var fiche = await db.Dossiers.SingleAsync();
        Assert.Equal(StatutDossier.Ouvert, fiche.Statut);
        Assert.Equal("c-rhone-1", fiche.ResponsableId);
        Assert.Equal(Maintenant + Duration.FromDays(30), fiche.ProchaineEcheance);
        Assert.Equal("Présente", (await db.Taches.SingleAsync()).Gestes.Single().Libelle);
        Assert.Equal("3", (await db.Faits.SingleAsync()).Donnees["poids"]);
        Assert.Equal(StatutEtape.Faite, (await db.Etapes.SingleAsync()).Statut);
        var rdv = await db.RendezVous.SingleAsync();
        Assert.Equal((StatutRendezVous.Propose, "1 rue de la Gare"), (rdv.Statut, rdv.Lieu!.Adresse));
        Assert.Equal(15.5m, (await db.Semaines.SingleAsync()).HeuresPrevues);
        Assert.Equal(2, (await db.Contrats.Include(c => c.Lignes).SingleAsync()).Lignes.Count);
    }

    [Theory, SurChaqueMagasin]
    public async Task When_many_dossiers_move_at_once_each_gets_its_own(Magasin magasin)
    {
        await using var dossier = await DossierDeDonnees.PreparerAsync(magasin);
        await dossier.EcrireAsync([.. Enumerable.Range(0, 40).Select(i => DossierDeDonnees.UneFiche($"d{i}"))]);
        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Task.Run(() => ProjeterAsync(dossier, UneProjection(1, $"d{i}")))));
        await using var db = dossier.Ouvrir();
        Assert.Equal(40, await db.Dossiers.CountAsync(d => d.Statut == StatutDossier.Ouvert));
        Assert.Equal(40, await db.Faits.CountAsync());
    }

    [Theory, SurChaqueMagasin]
    public async Task When_a_task_is_done_it_leaves_the_inbox_and_stays_in_the_dossier(Magasin magasin)
    {
        await using var dossier = await AvecUneFiche(magasin);
        await ProjeterAsync(dossier, UneProjection(1) with { Taches = [UneTache("t1"), UneTache("t2")] });
        await ProjeterAsync(dossier, UneProjection(2) with { Taches = [UneTache("t1", StatutTache.Faite)] });

        await using var db = dossier.Ouvrir();
        Assert.Equal("t2", (await db.Taches.SingleAsync(t => t.CloseLe == null)).Id);
        Assert.NotNull((await db.Taches.SingleAsync(t => t.Id == "t1")).CloseLe);
    }

    private static async Task<DossierDeDonnees> AvecUneFiche(Magasin magasin)
    {
        var dossier = await DossierDeDonnees.PreparerAsync(magasin);
        await dossier.EcrireAsync(DossierDeDonnees.UneFiche());
        return dossier;
    }

    private static async Task ProjeterAsync(DossierDeDonnees dossier, ProjectionDossier projection)
    {
        await using var db = dossier.Ouvrir();
        await using var ecriture = await Ecriture.CommencerAsync(db, projection.DossierId, default);
        await Projecteur.AppliquerAsync(new LignesEnBase(db), await db.Dossiers.SingleAsync(d => d.Id == projection.DossierId), projection, Maintenant);
        await db.SaveChangesAsync();
        await ecriture.ValiderAsync(default);
    }

    private static ContratProjete UnContrat(params string[] lignes) => new()
    {
        ContratId = "k1",
        Version = 1,
        Statut = StatutContrat.Propose,
        HeuresParSemaine = 15,
        ProposeLe = Maintenant,
        ASignerAvantLe = new LocalDate(2026, 2, 5),
        Lignes = [.. lignes.Select((l, i) => new LigneContratProjetee { Ordre = i + 1, Cote = CoteContrat.Personne, Nature = "atelier", Libelle = l })],
    };
}
