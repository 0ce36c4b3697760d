using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Taches;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace FranceTravail.Parcours.Activities.Dossiers;

/// <summary>
/// The case store. Pages read it without tracking. What a journey decides is written by activities alone; the host writes a new
/// <see cref="Dossier"/>, a <see cref="TexteLibre"/> and <see cref="DonneesRecues"/> before it tells the workflow, and what no journey knows of:
/// <see cref="Echec"/>, <see cref="AccesDossier"/> and <see cref="IdentiteBase"/>. What is written through it tells the open pages.
/// </summary>
public abstract class DossiersDbContext : DbContext
{
    private readonly SortedSet<string> sujets = new(StringComparer.Ordinal);

    private protected DossiersDbContext(DbContextOptions options, FournisseurDossiers fournisseur)
        : base(options)
    {
        Fournisseur = fournisseur;
        Database.AutoSavepointsEnabled = false;
    }

    public DbSet<Dossier> Dossiers => Set<Dossier>();

    public DbSet<Tache> Taches => Set<Tache>();

    public DbSet<Fait> Faits => Set<Fait>();

    public DbSet<EtapeParcours> Etapes => Set<EtapeParcours>();

    public DbSet<RendezVous> RendezVous => Set<RendezVous>();

    public DbSet<Contrat> Contrats => Set<Contrat>();

    public DbSet<SemaineActivite> Semaines => Set<SemaineActivite>();

    public DbSet<Courrier> Courriers => Set<Courrier>();

    public DbSet<TexteLibre> TextesLibres => Set<TexteLibre>();

    public DbSet<DonneesRecues> Donnees => Set<DonneesRecues>();

    public DbSet<Echec> Echecs => Set<Echec>();

    public DbSet<Conseiller> Conseillers => Set<Conseiller>();

    public DbSet<Lieu> Lieux => Set<Lieu>();

    public DbSet<AccesDossier> Acces => Set<AccesDossier>();

    public DbSet<FluxDossier> Flux => Set<FluxDossier>();

    public DbSet<FilDossier> Fils => Set<FilDossier>();

    public DbSet<VersionModele> Modeles => Set<VersionModele>();

    public DbSet<VersionSujet> VersionsSujets => Set<VersionSujet>();

    public DbSet<Reconstruction> Reconstructions => Set<Reconstruction>();

    public DbSet<IdentiteBase> Identites => Set<IdentiteBase>();

    internal FournisseurDossiers Fournisseur { get; }

    public override int SaveChanges(bool acceptAllChangesOnSuccess) => throw new NotSupportedException("The case store is written asynchronously.");

    /// <summary>Writes what was added, changed and removed; in a transaction of its own when there is none.</summary>
    /// <exception cref="DossiersException">The store refused or failed; nothing was written.</exception>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        if (Database.CurrentTransaction is not null)
        {
            return await EnregistrerAsync(acceptAllChangesOnSuccess, cancellationToken);
        }

        if (!ChangeTracker.HasChanges())
        {
            return 0;
        }

        await using var ecriture = await Ecriture.CommencerAsync(this, null, cancellationToken);
        var lignes = await EnregistrerAsync(acceptAllChangesOnSuccess, cancellationToken);
        await ecriture.ValiderAsync(cancellationToken);
        return lignes;
    }

    /// <summary>Tells the open pages of what a statement beside the context changes; with the commit.</summary>
    public void Toucher(string sujet) => sujets.Add(sujet);

    internal async Task LeverAsync(CancellationToken cancellationToken)
    {
        if (sujets.Count > 0)
        {
            await Fournisseur.LeverAsync(this, [.. sujets], cancellationToken);
        }
    }

    internal void OublierSujets() => sujets.Clear();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Instant>().HaveConversion<InstantConverter>();
        configurationBuilder.Properties<LocalDate>().HaveConversion<LocalDateConverter>();
        configurationBuilder.Properties<decimal>().HaveConversion<double>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>();
        configurationBuilder.Properties<IReadOnlyList<Geste>>().HaveConversion<JsonConverter<IReadOnlyList<Geste>>, JsonConverter<IReadOnlyList<Geste>>.Comparer>();
        configurationBuilder.Properties<Ecartes>().HaveConversion<JsonConverter<Ecartes>, JsonConverter<Ecartes>.Comparer>();
        configurationBuilder.Properties<LieuRendezVous>().HaveConversion<JsonConverter<LieuRendezVous>, JsonConverter<LieuRendezVous>.Comparer>();
        configurationBuilder.Properties<IReadOnlyDictionary<string, string>>()
            .HaveConversion<JsonConverter<IReadOnlyDictionary<string, string>>, JsonConverter<IReadOnlyDictionary<string, string>>.Comparer>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Dossier>(dossier =>
        {
            dossier.ComplexProperty(d => d.Contact);
            dossier.ComplexProperty(d => d.Foyer);
            dossier.ComplexProperty(d => d.Besoins);
            dossier.HasMany<Fait>().WithOne().HasForeignKey(f => f.DossierId);
            dossier.HasMany<EtapeParcours>().WithOne().HasForeignKey(e => e.DossierId);
            dossier.HasMany<Contrat>().WithOne().HasForeignKey(c => c.DossierId);
            dossier.HasMany<SemaineActivite>().WithOne().HasForeignKey(s => s.DossierId);
            dossier.HasMany<TexteLibre>().WithOne().HasForeignKey(t => t.DossierId);
            dossier.HasMany<DonneesRecues>().WithOne().HasForeignKey(d => d.DossierId);
            dossier.HasMany<FluxDossier>().WithOne().HasForeignKey(f => f.DossierId);
            dossier.HasMany<FilDossier>().WithOne().HasForeignKey(f => f.DossierId);
            dossier.HasMany<AccesDossier>().WithOne().HasForeignKey(a => a.DossierId);
            dossier.HasOne<Reconstruction>().WithOne().HasForeignKey<Reconstruction>(r => r.DossierId);
        });
        // What a past taken back established is kept, and is in no list of what happened.
        modelBuilder.Entity<Fait>().HasQueryFilter(f => !f.Abandonne);
        modelBuilder.Entity<Tache>(tache =>
        {
            // An inbox is lists of open tasks: of somebody, of a queue, of what was escalated. Each is read in the order of its index.
            tache.HasIndex(t => new { t.ResponsableId, t.CloseLe, t.Echeance, t.DossierId, t.Id });
            tache.HasIndex(t => new { t.ResponsableFile, t.ResponsableRole, t.CloseLe, t.Echeance, t.DossierId, t.Id });
            tache.HasIndex(t => new { t.Territoire, t.Echeance, t.DossierId, t.Id }).HasFilter("\"Escaladee\" AND \"CloseLe\" IS NULL");
        });
        modelBuilder.Entity<Contrat>().HasMany(c => c.Lignes).WithOne().HasForeignKey(l => new { l.DossierId, l.ContratId });
    }

    private async Task<int> EnregistrerAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken)
    {
        if (ChangeTracker.Entries<Fait>().Any(f => f.State is EntityState.Modified or EntityState.Deleted))
        {
            throw new DossiersException(MotifDossiers.Immuable, Fournisseur.Nom);
        }

        await Consequences.TirerAsync(this, cancellationToken);
        foreach (var ligne in ChangeTracker.Entries().Where(l => l.State is EntityState.Added or EntityState.Modified or EntityState.Deleted))
        {
            sujets.UnionWith(Sujets.De(ligne));
        }

        try
        {
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }
        catch (DbUpdateException error) when (error.InnerException is DossiersException refus)
        {
            throw new DossiersException(refus.Motif, Fournisseur.Nom, error);
        }
    }
}
