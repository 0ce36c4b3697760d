using FranceTravail.Parcours.Host.Tests.Web;

namespace FranceTravail.Parcours.Host.Tests.Direct;

internal static class FluxVisiteur
{
    /// <summary>Opens the server events of a page.</summary>
    public static async Task<Flux> EcouterAsync(this Visiteur visiteur, string path) => new(await visiteur.SuivreAsync(path, CancellationToken.None));
}
