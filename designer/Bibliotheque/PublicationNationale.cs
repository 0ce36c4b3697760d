using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FranceTravail.Parcours.Designer.Bibliotheque;

/// <summary>Publishes the national template that this program carries when it starts: at the first start, and when it has changed since.</summary>
internal sealed class PublicationNationale(BibliothequeModeles bibliotheque, ILogger<PublicationNationale> logger) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var result = await bibliotheque.PublierAsync(BibliothequeModeles.National, BibliothequeModeles.DefinitionNationale, cancellationToken);
        if (result.Erreurs is not [])
        {
            throw new InvalidOperationException($"The national template of this program does not compile: {string.Join(" ", result.Erreurs)}");
        }

        logger.LogInformation("National template at version {Version}", result.Version);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
