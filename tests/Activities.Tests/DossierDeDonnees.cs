using FranceTravail.Parcours.Activities.Composition;
using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Activities.Partenaires;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace FranceTravail.Parcours.Activities.Tests;

/// <summary>A data folder of its own with the services on it; removed at the end.</summary>
public sealed class DossierDeDonnees : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public DossierDeDonnees(string? chemin = null, PartenairesOptions? partenaires = null)
    {
        Chemin = chemin ?? Directory.CreateTempSubdirectory("parcours-").FullName;
        Options = new ActivitiesOptions { DataDirectory = Chemin, Partenaires = partenaires ?? PartenairesOptions.TousA(new Uri("http://127.0.0.1:9")) };
        _services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddActivities(Options).BuildServiceProvider(validateScopes: true);
    }

    public string Chemin { get; }

    public ActivitiesOptions Options { get; }

    public IServiceProvider Services => _services;

    public static async Task<DossierDeDonnees> PreparerAsync(string? chemin = null, PartenairesOptions? partenaires = null)
    {
        var dossier = new DossierDeDonnees(chemin, partenaires);
        await dossier.Services.GetRequiredService<BaseDossiers>().PreparerAsync(default);
        return dossier;
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

    public DossiersDbContext Ouvrir() => _services.GetRequiredService<IDbContextFactory<DossiersDbContext>>().CreateDbContext();

    public async Task EcrireAsync(params object[] lignes)
    {
        await using var db = Ouvrir();
        db.AddRange(lignes);
        await db.SaveChangesAsync();
    }

    /// <summary>Closes everything that holds the files, as the end of a process does.</summary>
    public async Task FermerAsync()
    {
        await _services.DisposeAsync();
        SqliteConnection.ClearAllPools();
    }

    public async ValueTask DisposeAsync()
    {
        await FermerAsync();
        if (Directory.Exists(Chemin))
        {
            Directory.Delete(Chemin, recursive: true);
        }
    }
}
