using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Workflows.Parcours;
using Microsoft.EntityFrameworkCore;

namespace FranceTravail.Parcours.Activities.Tests.Dossiers.Sqlite;

public sealed class When_SQLite_keeps_the_store
{
    [Fact]
    public async Task Should_write_ahead_and_sync_each_commit()
    {
        await using var dossier = await DossierDeDonnees.PreparerAsync();
        await using var db = dossier.Ouvrir();
        Assert.Equal("wal", await db.Database.SqlQueryRaw<string>("SELECT journal_mode AS Value FROM pragma_journal_mode").SingleAsync());
        Assert.Equal(2, await db.Database.SqlQueryRaw<int>("SELECT synchronous AS Value FROM pragma_synchronous").SingleAsync());
    }

    [Fact]
    public async Task Should_leave_no_lock_row_of_the_migrations()
    {
        await using var dossier = await DossierDeDonnees.PreparerAsync();
        await using var db = dossier.Ouvrir();
        Assert.Empty(await db.Database.SqlQueryRaw<string>("SELECT name AS Value FROM sqlite_master WHERE name LIKE '%MigrationsLock%'").ToListAsync());
    }

    [Fact]
    public async Task Should_answer_inboxes_and_lists_in_the_order_of_an_index()
    {
        await using var dossier = await DossierDeDonnees.PreparerAsync();
        await using var db = dossier.Ouvrir();
        await UsesAsync(db, "COVERING INDEX IX_Taches_ResponsableId", db.Taches.Where(t => t.ResponsableId == "c" && t.CloseLe == null).OrderBy(t => t.Echeance).ThenBy(t => t.DossierId).ThenBy(t => t.Id).Select(t => t.Id));
        await UsesAsync(db, "COVERING INDEX IX_Taches_ResponsableFile", db.Taches.Where(t => t.ResponsableFile == "rhone" && t.ResponsableRole == RoleActeur.Conseiller && t.CloseLe == null).OrderBy(t => t.Echeance).Select(t => t.Id));
        await UsesAsync(db, "IX_Taches_Territoire_Echeance", db.Taches.Where(t => t.Territoire == "rhone" && t.Escaladee && t.CloseLe == null).OrderBy(t => t.Echeance));
        await UsesAsync(db, "IX_Dossiers_ReferentId_EcheanceDeTri_NomRecherche_Id", db.Dossiers.Where(d => d.ReferentId == "c").OrderBy(d => d.EcheanceDeTri).ThenBy(d => d.NomRecherche).ThenBy(d => d.Id));
        await UsesAsync(db, "IX_Dossiers_Territoire_EcheanceDeTri", RechercheDossiers.Filtrer(db.Dossiers.Where(d => d.Territoire == "rhone"), "uran").OrderBy(d => d.EcheanceDeTri).ThenBy(d => d.NomRecherche).ThenBy(d => d.Id));
        await UsesAsync(db, "IX_Courriers_DossierId_CreeLe", db.Courriers.Where(c => c.DossierId == "d").OrderByDescending(c => c.CreeLe));
        await UsesAsync(db, "IX_RendezVous_ConseillerId_Debut", db.RendezVous.Where(r => r.ConseillerId == "c").OrderBy(r => r.Debut));
    }

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
