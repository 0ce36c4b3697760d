using FranceTravail.Parcours.Activities.Composition;
using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Activities.Partenaires;
using FranceTravail.Parcours.Outils;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace FranceTravail.Parcours.Activities.Tests;

/// <summary>A data folder of its own with the services on it, and a database of its own with PostgreSQL; removed at the end.</summary>
public sealed class DossierDeDonnees : IAsyncDisposable
{
    private readonly ServiceProvider services;

    public DossierDeDonnees(string? chemin = null, PartenairesOptions? partenaires = null, string? postgreSql = null, Action<IServiceCollection>? ajouter = null)
    {
        Chemin = chemin ?? Directory.CreateTempSubdirectory("parcours-").FullName;
        Options = new ActivitiesOptions
        {
            DataDirectory = Chemin,
            PostgreSql = postgreSql,
            Partenaires = partenaires ?? new PartenairesOptions { Adresse = new Uri("http://127.0.0.1:9") },
        };
        var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System);
        ajouter?.Invoke(services);
        this.services = services.AddActivities(Options).BuildServiceProvider(validateScopes: true);
    }

    public string Chemin { get; }

    public ActivitiesOptions Options { get; }

    public IServiceProvider Services => services;

    public FournisseurDossiers Magasin => services.GetRequiredService<FournisseurDossiers>();

    /// <summary>What was said while the store was prepared.</summary>
    public Annonces Annonces { get; } = new();

    /// <summary>An empty folder, and an empty database where the store needs one.</summary>
    public static async Task<DossierDeDonnees> VideAsync(Magasin magasin, Action<IServiceCollection>? ajouter = null) =>
        new(postgreSql: magasin is Tests.Magasin.PostgreSql ? await ServeurPostgreSql.NouvelleBaseAsync() : null, ajouter: ajouter);

    public static async Task<DossierDeDonnees> PreparerAsync(Magasin magasin, Action<IServiceCollection>? ajouter = null)
    {
        var dossier = await VideAsync(magasin, ajouter);
        await dossier.PreparerAsync();
        return dossier;
    }

    public static async Task<DossierDeDonnees> PreparerAsync(string? chemin = null, PartenairesOptions? partenaires = null)
    {
        var dossier = new DossierDeDonnees(chemin, partenaires);
        await dossier.PreparerAsync();
        return dossier;
    }

    public Task PreparerAsync() => Services.GetRequiredService<BaseDossiers>().PreparerAsync(Annonces, default);

    /// <summary>The same folder and store again, as a new process finds them.</summary>
    public async Task<DossierDeDonnees> RelancerAsync()
    {
        await FermerAsync();
        return new DossierDeDonnees(Chemin, Options.Partenaires, Options.PostgreSql);
    }

    /// <summary>An activity class with the services of the folder.</summary>
    public T Activites<T>() => ActivatorUtilities.CreateInstance<T>(Services);

    public static Dossier UneFiche(string id = "d1", string nom = "Durand", string prenom = "Éloïse") => new()
    {
        Id = id,
        Nom = nom,
        Prenom = prenom,
        DateNaissance = new LocalDate(1990, 2, 28),
        CommuneInsee = "69123",
        Territoire = "rhone",
        SituationJson = "{}",
        ModeleId = "national",
        ModeleVersion = 1,
        InscritLe = Instant.FromUtc(2026, 1, 5, 9, 0),
    };

    public DossiersDbContext Ouvrir() => Magasin.CreateDbContext();

    public async Task EcrireAsync(params object[] lignes)
    {
        await using var db = Ouvrir();
        db.AddRange(lignes);
        await db.SaveChangesAsync();
    }

    /// <summary>Closes everything that holds the store, as the end of a process does.</summary>
    public ValueTask FermerAsync() => services.DisposeAsync();

    public async ValueTask DisposeAsync()
    {
        await FermerAsync();
        if (Options.PostgreSql is { } connexion)
        {
            await ServeurPostgreSql.SupprimerAsync(connexion);
        }

        if (Directory.Exists(Chemin))
        {
            Directory.Delete(Chemin, recursive: true);
        }
    }
}
