using Microsoft.EntityFrameworkCore;

namespace FranceTravail.Parcours.Activities.Dossiers.PostgreSql;

/// <summary>The case store in a database of PostgreSQL.</summary>
internal sealed class DossiersPostgreSql(DbContextOptions<DossiersPostgreSql> options, FournisseurDossiers fournisseur) : DossiersDbContext(options, fournisseur)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);

        // Identifiers, ISO dates and folded names compare by code, as in the program, whatever the language of the server.
        configurationBuilder.Properties<string>().UseCollation("C");
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);

        // The middle of a name is found by its groups of three letters.
        modelBuilder.HasPostgresExtension("pg_trgm");
        modelBuilder.Entity<Dossier>().HasIndex(d => d.NomRecherche, "IX_Dossiers_Recherche").HasMethod("gin").HasOperators("gin_trgm_ops");
    }
}
