using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Parcours;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using static FranceTravail.Parcours.Activities.Tests.Exemples;

namespace FranceTravail.Parcours.Activities.Tests.Dossiers.Contract;

public sealed class When_rows_are_written
{
    [Theory, SurChaqueMagasin]
    public async Task Should_be_read_as_they_were(Magasin magasin)
    {
        await using var dossier = await DossierDeDonnees.PreparerAsync(magasin);
        var fiche = DossierDeDonnees.UneFiche(nom: "N’Guyen-Œuf", prenom: "Zoé 👩‍🦽");
        fiche.Contact.Adresse = "3, rue de l’Église\nBât. « B »";
        fiche.ProchaineEcheance = Instant.FromUnixTimeTicks(17_676_576_000_000_001);
        await dossier.EcrireAsync(
            fiche, UnFait(1).EnLigne(UneProjection(1)),
            new SemaineActivite { DossierId = "d1", Lundi = new LocalDate(2026, 1, 5), HeuresPrevues = 15.25m, HeuresDeclarees = 0.1m });
        await using var db = dossier.Ouvrir();
        var lue = await db.Dossiers.AsNoTracking().SingleAsync(d => d.ProchaineEcheance == fiche.ProchaineEcheance);
        Assert.Equal((fiche.Nom, fiche.Prenom, fiche.DateNaissance, fiche.Contact.Adresse), (lue.Nom, lue.Prenom, lue.DateNaissance, lue.Contact.Adresse));
        Assert.Equal("3", (await db.Faits.AsNoTracking().SingleAsync(f => f.AuteurRole == RoleActeur.Systeme)).Donnees["poids"]);
        var semaine = await db.Semaines.AsNoTracking().SingleAsync(s => s.Lundi > new LocalDate(2025, 12, 31));
        Assert.Equal((15.25m, 0.1m), (semaine.HeuresPrevues, semaine.HeuresDeclarees));
    }

    [Theory, SurChaqueMagasin]
    public async Task Should_sort_texts_by_code_in_every_store(Magasin magasin)
    {
        await using var dossier = await DossierDeDonnees.PreparerAsync(magasin);
        string[] ids = ["a-1", "B", "a1", "Z", "é", "aa", "a", "10", "9"];
        await dossier.EcrireAsync([.. ids.Select(id => DossierDeDonnees.UneFiche(id))]);
        await using var db = dossier.Ouvrir();
        Assert.Equal(ids.Order(StringComparer.Ordinal), await db.Dossiers.OrderBy(d => d.Id).Select(d => d.Id).ToListAsync());
        Assert.Equal(ids.Order(StringComparer.Ordinal).Where(id => string.CompareOrdinal(id, "a") > 0), await db.Dossiers.Where(d => d.Id.CompareTo("a") > 0).OrderBy(d => d.Id).Select(d => d.Id).ToListAsync());
    }

    [Theory, SurChaqueMagasin]
    public async Task When_the_key_is_there_already_it_says_so_and_nothing_of_the_rest_stays(Magasin magasin)
    {
        await using var dossier = await DossierDeDonnees.PreparerAsync(magasin);
        await dossier.EcrireAsync(DossierDeDonnees.UneFiche());
        Assert.Equal(MotifDossiers.DejaLa, await RefusAsync(() => dossier.EcrireAsync(DossierDeDonnees.UneFiche("d2"), DossierDeDonnees.UneFiche())));
        await using var db = dossier.Ouvrir();
        Assert.Equal(1, await db.Dossiers.CountAsync());
        Assert.Equal(1, await db.VersionsSujets.CountAsync());
    }

    [Theory, SurChaqueMagasin]
    public async Task When_the_dossier_is_not_there_it_says_so(Magasin magasin)
    {
        await using var dossier = await DossierDeDonnees.PreparerAsync(magasin);
        Assert.Equal(MotifDossiers.LienRompu, await RefusAsync(() => dossier.EcrireAsync(new TexteLibre { Id = "t", DossierId = "absent", Flux = "accompagnement", AuteurRole = "Personne", Texte = "x", CreeLe = Maintenant })));
    }

    [Theory, SurChaqueMagasin]
    public async Task Should_refuse_to_rewrite_what_happened_even_by_hand(Magasin magasin)
    {
        await using var dossier = await DossierDeDonnees.PreparerAsync(magasin);
        await dossier.EcrireAsync(DossierDeDonnees.UneFiche(), UnFait(1).EnLigne(UneProjection(1)));
        await using var db = dossier.Ouvrir();
        Assert.Equal(MotifDossiers.Immuable, await RefusAsync(() => db.Database.ExecuteSqlRawAsync("UPDATE \"Faits\" SET \"Phrase\" = 'autre'")));
        Assert.Equal(MotifDossiers.Immuable, await RefusAsync(() => db.Faits.ExecuteDeleteAsync()));
        db.Remove(await db.Faits.SingleAsync());
        Assert.Equal(MotifDossiers.Immuable, await RefusAsync(() => db.SaveChangesAsync()));
    }

    [Theory, SurChaqueMagasin]
    public async Task Should_know_when_the_person_was_last_heard_and_met(Magasin magasin)
    {
        await using var dossier = await DossierDeDonnees.PreparerAsync(magasin);
        await dossier.EcrireAsync(DossierDeDonnees.UneFiche());
        await dossier.EcrireAsync(Parole(1, 2), Parole(2, 1), Rencontre("r1", 3, StatutRendezVous.Honore), Rencontre("r2", 5, StatutRendezVous.Honore), Rencontre("r3", 9, StatutRendezVous.Confirme));
        Assert.Equal((Jour(2), Jour(5)), await PresenceAsync(dossier));
        await using var db = dossier.Ouvrir();
        (await db.RendezVous.SingleAsync(r => r.Id == "r2")).Statut = StatutRendezVous.Deplace;
        await db.SaveChangesAsync();
        Assert.Equal((Jour(2), Jour(3)), await PresenceAsync(dossier));
        await using var lu = dossier.Ouvrir();
        Assert.Equal(Jour(3), (await lu.Dossiers.AsNoTracking().SingleAsync()).DernierSigne);
    }

    private static async Task<(Instant?, Instant?)> PresenceAsync(DossierDeDonnees dossier)
    {
        await using var db = dossier.Ouvrir();
        var lu = await db.Dossiers.AsNoTracking().SingleAsync();
        return (lu.DerniereParole, lu.DernierRendezVous);
    }

    private static Instant Jour(int jour) => Maintenant + Duration.FromDays(jour);

    private static Fait Parole(int sequence, int jour) => (UnFait(sequence) with { Le = Jour(jour), Auteur = new Acteur(RoleActeur.Personne, "d1") }).EnLigne(UneProjection(1));

    private static RendezVous Rencontre(string id, int jour, StatutRendezVous statut) =>
        new() { DossierId = "d1", Id = id, Debut = Jour(jour), Fin = Jour(jour), Statut = statut };

    private static async Task<MotifDossiers> RefusAsync(Func<Task> ecriture) => (await Assert.ThrowsAsync<DossiersException>(ecriture)).Motif;
}
