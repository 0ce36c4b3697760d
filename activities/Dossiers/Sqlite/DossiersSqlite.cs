using Microsoft.EntityFrameworkCore;

namespace FranceTravail.Parcours.Activities.Dossiers.Sqlite;

/// <summary>The case store in a file of SQLite.</summary>
internal sealed class DossiersSqlite(DbContextOptions<DossiersSqlite> options, FournisseurDossiers fournisseur) : DossiersDbContext(options, fournisseur)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);

        // Numbers are of the whole store: what follows it asks for those after the last it saw.
        modelBuilder.Entity<VersionSujet>().HasIndex(v => v.Numero);
    }
}
