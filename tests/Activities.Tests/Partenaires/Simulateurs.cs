using System.Net.Http.Json;
using FranceTravail.Parcours.Activities.Partenaires;
using FranceTravail.Parcours.Host.Simulateurs;
using FranceTravail.Parcours.Host.Simulateurs.Effets;
using FranceTravail.Parcours.Host.Simulateurs.Pannes;
using Microsoft.Extensions.Logging.Abstractions;

namespace FranceTravail.Parcours.Activities.Tests.Partenaires;

/// <summary>Running simulators on a free port, with their file, and the activities that call them.</summary>
public sealed class Simulateurs : IAsyncDisposable
{
    private readonly string chemin;
    private readonly SimulateursServer serveur;

    private Simulateurs(string chemin, SimulateursServer serveur, DossierDeDonnees dossier)
    {
        (this.chemin, this.serveur, Dossier) = (chemin, serveur, dossier);
        Http = new HttpClient { BaseAddress = serveur.Address };
    }

    public DossierDeDonnees Dossier { get; }

    public HttpClient Http { get; }

    public static async Task<Simulateurs> DemarrerAsync(string? chemin = null, TimeSpan? delaiParEssai = null, TimeProvider? clock = null)
    {
        chemin ??= Directory.CreateTempSubdirectory("simulateurs-").FullName;
        var serveur = await SimulateursServer.StartAsync(
            new SimulateursOptions { DatabasePath = Path.Combine(chemin, "simulateurs.db"), Address = "127.0.0.1:0", Clock = clock ?? TimeProvider.System },
            NullLoggerFactory.Instance,
            CancellationToken.None);
        var dossier = await DossierDeDonnees.PreparerAsync(partenaires: new PartenairesOptions
        {
            Adresse = serveur.Address,
            DelaiParEssai = delaiParEssai ?? TimeSpan.FromSeconds(5),
        });
        return new Simulateurs(chemin, serveur, dossier);
    }

    public async Task ReglerAsync(string partenaire, Reglage reglage) =>
        (await Http.PutAsJsonAsync("/reglages", new Dictionary<string, Reglage> { [partenaire] = reglage })).EnsureSuccessStatusCode();

    public async Task<Bilan> EffetsAsync() => (await Http.GetFromJsonAsync<Bilan>("/effets"))!;

    /// <summary>Stops, and starts again on the same file.</summary>
    public async Task<Simulateurs> RedemarrerAsync()
    {
        await ArreterAsync();
        return await DemarrerAsync(chemin);
    }

    public async ValueTask DisposeAsync()
    {
        await ArreterAsync();
        Directory.Delete(chemin, recursive: true);
    }

    private async Task ArreterAsync()
    {
        Http.Dispose();
        await serveur.DisposeAsync();
        await Dossier.DisposeAsync();
    }
}
