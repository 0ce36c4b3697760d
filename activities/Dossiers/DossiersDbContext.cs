using FranceTravail.Parcours.Workflows.Taches;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace FranceTravail.Parcours.Activities.Dossiers;

/// <summary>
/// The case store. Pages read it without tracking; only activities write to it, but for a new <see cref="Dossier"/> and a
/// <see cref="TexteLibre"/>, which the host writes before it tells the workflow.
/// </summary>
public sealed class DossiersDbContext(DbContextOptions<DossiersDbContext> options) : DbContext(options)
{
    public DbSet<Dossier> Dossiers => Set<Dossier>();

    public DbSet<Tache> Taches => Set<Tache>();

    public DbSet<Fait> Faits => Set<Fait>();

    public DbSet<EtapeParcours> Etapes => Set<EtapeParcours>();

    public DbSet<RendezVous> RendezVous => Set<RendezVous>();

    public DbSet<Contrat> Contrats => Set<Contrat>();

    public DbSet<SemaineActivite> Semaines => Set<SemaineActivite>();

    public DbSet<Courrier> Courriers => Set<Courrier>();

    public DbSet<TexteLibre> TextesLibres => Set<TexteLibre>();

    public DbSet<Echec> Echecs => Set<Echec>();

    public DbSet<Conseiller> Conseillers => Set<Conseiller>();

    public DbSet<AccesDossier> Acces => Set<AccesDossier>();

    public DbSet<FluxDossier> Flux => Set<FluxDossier>();

    public DbSet<FilDossier> Fils => Set<FilDossier>();

    public DbSet<VersionModele> Modeles => Set<VersionModele>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Instant>().HaveConversion<InstantConverter>();
        configurationBuilder.Properties<LocalDate>().HaveConversion<LocalDateConverter>();
        configurationBuilder.Properties<decimal>().HaveConversion<double>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>();
        configurationBuilder.Properties<IReadOnlyList<Geste>>().HaveConversion<JsonConverter<IReadOnlyList<Geste>>, JsonConverter<IReadOnlyList<Geste>>.Comparer>();
        configurationBuilder.Properties<IReadOnlyDictionary<string, string>>()
            .HaveConversion<JsonConverter<IReadOnlyDictionary<string, string>>, JsonConverter<IReadOnlyDictionary<string, string>>.Comparer>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Dossier>(dossier =>
        {
            // Searches are by prefix (LIKE), which an index answers only when it compares as LIKE does.
            dossier.Property(d => d.NomRecherche).UseCollation("NOCASE");
            dossier.ComplexProperty(d => d.Contact);
            dossier.ComplexProperty(d => d.Foyer);
            dossier.HasMany<Fait>().WithOne().HasForeignKey(f => f.DossierId);
            dossier.HasMany<EtapeParcours>().WithOne().HasForeignKey(e => e.DossierId);
            dossier.HasMany<Contrat>().WithOne().HasForeignKey(c => c.DossierId);
            dossier.HasMany<SemaineActivite>().WithOne().HasForeignKey(s => s.DossierId);
            dossier.HasMany<TexteLibre>().WithOne().HasForeignKey(t => t.DossierId);
            dossier.HasMany<FluxDossier>().WithOne().HasForeignKey(f => f.DossierId);
            dossier.HasMany<FilDossier>().WithOne().HasForeignKey(f => f.DossierId);
            dossier.HasMany<AccesDossier>().WithOne().HasForeignKey(a => a.DossierId);
        });
        modelBuilder.Entity<Tache>(tache =>
        {
            // An inbox is the open tasks of somebody or of a queue. Not partial indices: SQLite does not use two of these for an « or ».
            tache.HasIndex(t => new { t.ResponsableId, t.CloseLe, t.Echeance });
            tache.HasIndex(t => new { t.ResponsableFile, t.CloseLe, t.Echeance });
        });
        modelBuilder.Entity<Contrat>().HasMany(c => c.Lignes).WithOne().HasForeignKey(l => new { l.DossierId, l.ContratId });
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        BeforeSave();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        BeforeSave();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    private void BeforeSave()
    {
        ChangeTracker.DetectChanges();
        if (ChangeTracker.Entries<Fait>().Any(f => f.State is EntityState.Modified or EntityState.Deleted))
        {
            throw new InvalidOperationException("A fait is never changed nor removed.");
        }

        foreach (var entry in ChangeTracker.Entries<Dossier>().Where(d => d.State is EntityState.Added or EntityState.Modified))
        {
            entry.Entity.NomRecherche = TexteDeRecherche.De($"{entry.Entity.Nom} {entry.Entity.Prenom}");
        }
    }
}
