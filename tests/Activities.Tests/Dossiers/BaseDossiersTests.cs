using FranceTravail.Parcours.Activities.Dossiers;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace FranceTravail.Parcours.Activities.Tests.Dossiers;

public sealed class BaseDossiersTests
{
    [Fact]
    public async Task Should_create_the_file_with_counsellors_in_each_territory()
    {
        await using var dossier = await DossierDeDonnees.PreparerAsync();
        await using var db = dossier.Ouvrir();
        Assert.Equal(24, await db.Conseillers.CountAsync());
        Assert.Equal(4, await db.Conseillers.CountAsync(c => c.Encadrant));
        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Fact]
    public async Task Should_write_ahead_and_sync_each_commit()
    {
        await using var dossier = await DossierDeDonnees.PreparerAsync();
        await using var db = dossier.Ouvrir();
        Assert.Equal("wal", await db.Database.SqlQueryRaw<string>("SELECT journal_mode AS Value FROM pragma_journal_mode").SingleAsync());
        Assert.Equal(2, await db.Database.SqlQueryRaw<int>("SELECT synchronous AS Value FROM pragma_synchronous").SingleAsync());
    }

    [Fact]
    public async Task Should_open_again_what_it_wrote()
    {
        await using var dossier = await DossierDeDonnees.PreparerAsync();
        await dossier.EcrireAsync(DossierDeDonnees.UneFiche());
        await dossier.FermerAsync();

        await using var again = await DossierDeDonnees.PreparerAsync(dossier.Chemin);
        await using var db = again.Ouvrir();
        var fiche = await db.Dossiers.AsNoTracking().SingleAsync(d => d.NomRecherche.StartsWith("durand e"));
        Assert.Equal(new LocalDate(1990, 2, 28), fiche.DateNaissance);
        Assert.Equal(Instant.FromUtc(2026, 1, 5, 9, 0), fiche.InscritLe);
        Assert.Equal(24, await db.Conseillers.CountAsync());
    }

    [Fact]
    public async Task Should_know_the_last_projection_of_dossiers_that_an_older_program_wrote()
    {
        await using var dossier = await DossierDeDonnees.PreparerAsync();
        await dossier.EcrireAsync(DossierDeDonnees.UneFiche("d1"), DossierDeDonnees.UneFiche("d2"));
        await using (var db = dossier.Ouvrir())
        {
            await db.GetService<IMigrator>().MigrateAsync("20261124083119_Initial");
            await db.Database.ExecuteSqlRawAsync("INSERT INTO Projections (Cle, DossierId, AppliqueeLe) VALUES ('d1/2', 'd1', 0), ('d1/10', 'd1', 0), ('d1/9', 'd1', 0)");
        }

        await dossier.FermerAsync();
        await using var apres = await DossierDeDonnees.PreparerAsync(dossier.Chemin);
        await using var lu = apres.Ouvrir();
        Assert.Equal([10L, 0L], await lu.Dossiers.OrderBy(d => d.Id).Select(d => d.Projection).ToListAsync());
    }

    [Fact]
    public async Task When_the_file_comes_from_a_newer_program_it_is_left_alone()
    {
        await using var dossier = await DossierDeDonnees.PreparerAsync();
        await using (var db = dossier.Ouvrir())
        {
            await db.Database.ExecuteSqlRawAsync("INSERT INTO __EFMigrationsHistory VALUES ('29991231000000_Futur', '99.0.0')");
        }

        var error = await Refusal(dossier);
        Assert.Equal(MotifOuverture.PlusRecente, error.Motif);
        Assert.Contains("plus récente", error.Message);
    }

    [Fact]
    public async Task When_the_file_is_not_a_database_it_is_left_alone()
    {
        await using var dossier = new DossierDeDonnees();
        var bytes = Enumerable.Range(0, 8192).Select(i => (byte)(i * 7)).ToArray();
        await File.WriteAllBytesAsync(dossier.Options.DossiersDatabase, bytes);

        Assert.Equal(MotifOuverture.Corrompue, (await Refusal(dossier)).Motif);
        Assert.Equal(bytes, await File.ReadAllBytesAsync(dossier.Options.DossiersDatabase));
    }

    [Fact]
    public async Task When_the_data_folder_cannot_be_made_it_says_so()
    {
        await using var parent = new DossierDeDonnees();
        var file = Path.Combine(parent.Chemin, "fichier");
        await File.WriteAllTextAsync(file, "");
        var dossier = new DossierDeDonnees(Path.Combine(file, "donnees"));

        Assert.Equal(MotifOuverture.LectureSeule, (await Refusal(dossier)).Motif);
        await dossier.FermerAsync();
    }

    [Fact]
    public async Task When_the_file_cannot_be_opened_it_says_so()
    {
        await using var dossier = new DossierDeDonnees();
        Directory.CreateDirectory(dossier.Options.DossiersDatabase);
        Assert.Equal(MotifOuverture.LectureSeule, (await Refusal(dossier)).Motif);
    }

    [Fact]
    public async Task When_the_file_is_read_only_it_says_so_and_leaves_it_alone()
    {
        Assert.SkipWhen(Environment.IsPrivilegedProcess, "The superuser writes read-only files.");
        await using var dossier = await DossierDeDonnees.PreparerAsync();
        await dossier.FermerAsync();
        File.SetAttributes(dossier.Options.DossiersDatabase, FileAttributes.ReadOnly);
        await using var again = new DossierDeDonnees(dossier.Chemin);
        Assert.Equal(MotifOuverture.LectureSeule, (await Refusal(again)).Motif);
    }

    [Fact]
    public async Task Should_answer_inboxes_and_searches_by_an_index()
    {
        await using var dossier = await DossierDeDonnees.PreparerAsync();
        await using var db = dossier.Ouvrir();
        await UsesAsync(db, "IX_Taches_ResponsableId_CloseLe_Echeance", db.Taches.Where(t => t.ResponsableId == "c" && t.CloseLe == null).OrderBy(t => t.Echeance));
        await UsesAsync(db, "MULTI-INDEX OR", db.Taches.Where(t => t.CloseLe == null && (t.ResponsableId == "c" || t.ResponsableFile == "rhone")));
        await UsesAsync(db, "IX_Dossiers_ReferentId_NomRecherche", db.Dossiers.Where(d => d.ReferentId == "c").OrderBy(d => d.NomRecherche));
        await UsesAsync(db, "IX_Dossiers_Territoire_NomRecherche", db.Dossiers.Where(d => d.Territoire == "rhone" && EF.Functions.Like(d.NomRecherche, "durand%")));
        await UsesAsync(db, "IX_Courriers_DossierId_CreeLe", db.Courriers.Where(c => c.DossierId == "d").OrderByDescending(c => c.CreeLe));
        await UsesAsync(db, "IX_RendezVous_ConseillerId_Debut", db.RendezVous.Where(r => r.ConseillerId == "c").OrderBy(r => r.Debut));
    }

    [Fact]
    public async Task Should_refuse_to_rewrite_what_happened_even_by_hand()
    {
        await using var dossier = await DossierDeDonnees.PreparerAsync();
        await dossier.EcrireAsync(DossierDeDonnees.UneFiche(), Exemples.UnFait(1).EnLigne("d1"));
        await using var db = dossier.Ouvrir();
        await Assert.ThrowsAsync<SqliteException>(() => db.Database.ExecuteSqlRawAsync("UPDATE Faits SET Phrase = 'autre'"));
        await Assert.ThrowsAsync<SqliteException>(() => db.Database.ExecuteSqlRawAsync("DELETE FROM Faits"));
        db.Remove(await db.Faits.SingleAsync());
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());
    }

    private static Task<OuvertureDossiersException> Refusal(DossierDeDonnees dossier) =>
        Assert.ThrowsAsync<OuvertureDossiersException>(() => dossier.Services.GetRequiredService<BaseDossiers>().PreparerAsync(default));

    private static async Task UsesAsync<T>(DossiersDbContext db, string index, IQueryable<T> query)
    {
        await using var command = query.CreateDbCommand();
        command.CommandText = $"EXPLAIN QUERY PLAN {command.CommandText}";
        await db.Database.OpenConnectionAsync();
        await using var reader = await command.ExecuteReaderAsync();
        var plan = "";
        while (await reader.ReadAsync())
        {
            plan += $"{reader.GetString(3)}\n";
        }

        Assert.Contains(index, plan);
        Assert.DoesNotContain("TEMP B-TREE", plan);
    }
}
