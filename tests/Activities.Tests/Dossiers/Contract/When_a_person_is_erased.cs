using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Workflows.Courriers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static FranceTravail.Parcours.Activities.Tests.Exemples;

namespace FranceTravail.Parcours.Activities.Tests.Dossiers.Contract;

public sealed class When_a_person_is_erased
{
    [Theory, SurChaqueMagasin]
    public async Task Should_leave_nothing_of_her_and_all_of_the_others(Magasin magasin)
    {
        await using var dossier = await AvecDeuxPersonnes(magasin);
        var lettres = Directory.CreateDirectory(Path.Combine(dossier.Options.CourriersDirectory, "d1"));
        await File.WriteAllTextAsync(Path.Combine(lettres.FullName, "inscription-1.html"), "<p>Éloïse Durand</p>");
        Assert.True(await UnEffacement(dossier).EffacerAsync("d1", default));
        Assert.False(await UnEffacement(dossier).EffacerAsync("d1", default));
        Assert.False(Directory.Exists(lettres.FullName));
        await using var db = dossier.Ouvrir();
        foreach (var table in db.Model.GetEntityTypes().Where(t => t.FindProperty("DossierId") is not null))
        {
            // The names are those of the model.
            var sql = $"SELECT \"DossierId\" AS \"Value\" FROM \"{table.GetTableName()}\"";
            var restent = await db.Database.SqlQueryRaw<string>(sql).ToListAsync();
            Assert.DoesNotContain("d1", restent);
            Assert.True(restent.Count > 0 || table.ClrType == typeof(Reconstruction) || table.ClrType == typeof(LigneContrat), $"{table.GetTableName()} was not tried");
        }

        Assert.Equal("d2", (await db.Dossiers.SingleAsync()).Id);
    }

    [Theory, SurChaqueMagasin]
    public async Task When_it_was_cut_after_the_rows_the_letters_leave_at_the_next_try(Magasin magasin)
    {
        await using var dossier = await AvecDeuxPersonnes(magasin);
        var lettres = Directory.CreateDirectory(Path.Combine(dossier.Options.CourriersDirectory, "d1"));
        Assert.True(await UnEffacement(dossier).EffacerAsync("d1", default));
        Directory.CreateDirectory(lettres.FullName);
        await File.WriteAllTextAsync(Path.Combine(lettres.FullName, "inscription-1.html"), "<p>Éloïse Durand</p>");
        Assert.True(await UnEffacement(dossier).EffacerAsync("d1", default));
        Assert.False(Directory.Exists(lettres.FullName));
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    public async Task When_the_id_names_no_folder_no_letter_of_anybody_leaves(string id)
    {
        await using var dossier = await AvecDeuxPersonnes(Magasin.Sqlite);
        var lettres = Directory.CreateDirectory(Path.Combine(dossier.Options.CourriersDirectory, "d2"));
        Assert.False(await UnEffacement(dossier).EffacerAsync(id, default));
        Assert.True(Directory.Exists(lettres.FullName));
    }

    [Theory, SurChaqueMagasin]
    public async Task When_a_dossier_is_written_again_from_the_histories_only_what_was_projected_leaves(Magasin magasin)
    {
        await using var dossier = await AvecDeuxPersonnes(magasin);
        await using (var db = dossier.Ouvrir())
        {
            await using var ecriture = await Ecriture.CommencerAsync(db, "d1", default);
            await UnEffacement(dossier).ViderAsync(db, "d1", ["accompagnement"], default);
            db.Faits.Add(UnFait(1).EnLigne(UneProjection(1)));
            await db.SaveChangesAsync();
            await Effacement.FinirAsync(db, "d1", default);
            await ecriture.ValiderAsync(default);
        }

        await using var lu = dossier.Ouvrir();
        Assert.Equal(1, await lu.Faits.CountAsync(f => f.DossierId == "d1"));
        Assert.Equal(0, await lu.Taches.CountAsync(t => t.DossierId == "d1"));
        Assert.Equal(2, await lu.Taches.CountAsync(t => t.DossierId == "d2") + await lu.TextesLibres.CountAsync(t => t.DossierId == "d1"));
        Assert.Equal(MotifDossiers.Immuable, (await Assert.ThrowsAsync<DossiersException>(() => lu.Faits.ExecuteDeleteAsync())).Motif);
    }

    private static Effacement UnEffacement(DossierDeDonnees dossier) => ActivatorUtilities.CreateInstance<Effacement>(dossier.Services);

    private static async Task<DossierDeDonnees> AvecDeuxPersonnes(Magasin magasin)
    {
        var dossier = await DossierDeDonnees.PreparerAsync(magasin);
        foreach (var id in new[] { "d1", "d2" })
        {
            var tache = new Tache { DossierId = id, Id = "t1" };
            tache.Suivre(UneTache("t1"), "accompagnement", "rhone");
            await dossier.EcrireAsync(
                DossierDeDonnees.UneFiche(id), UnFait(1).EnLigne(UneProjection(1, id)), UnFait(2).EnLigne(UneProjection(1, id)), tache,
                new TexteLibre { Id = $"texte-{id}", DossierId = id, Flux = "accompagnement", AuteurRole = "Personne", Texte = "Je déménage.", CreeLe = Maintenant },
                new EtapeParcours { DossierId = id, Ordre = 1, NoeudId = "n1", Type = "x", Titre = "x" },
                new RendezVous { DossierId = id, Id = "r1", Debut = Maintenant, Fin = Maintenant },
                new SemaineActivite { DossierId = id, Lundi = new(2026, 1, 5) },
                new Contrat { DossierId = id, Id = "k1" },
                new Echec { Service = "essai", DossierId = id, Essais = 1, Depuis = Maintenant, Motif = "essai" },
                new FluxDossier { DossierId = id, Flux = "accompagnement", RunId = id, Epoque = 1, Avant = 0 },
                new FilDossier { DossierId = id, Id = "accompagnement", OuvertLe = Maintenant },
                new AccesDossier { DossierId = id, ActeurRole = "conseiller", ActeurId = "c", Instant = Maintenant, Motif = "consultation" },
                new Courrier { Id = id, DossierId = id, Cle = id, Modele = "inscription", Canal = CanalCourrier.Message, Objet = "x", Fichier = $"{id}/x.html", CreeLe = Maintenant });
        }

        return dossier;
    }
}
