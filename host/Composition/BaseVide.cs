using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Workflows.Parcours;
using Microsoft.EntityFrameworkCore;
using Temporalio.Client;

namespace FranceTravail.Parcours.Host.Composition;

/// <summary>
/// Refuses to start on a case store that the histories contradict in the plainest way: journeys are there, and not one dossier. A store that
/// was deleted, or never restored, would else be taken for a new one.
/// </summary>
internal static class BaseVide
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <exception cref="StartupRefusal">There are journeys and no dossier.</exception>
    public static async Task VerifierAsync(IServiceProvider services, HostSettings options, CancellationToken cancellationToken)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<DossiersDbContext>>().CreateDbContextAsync(cancellationToken);
        if (!await db.Dossiers.AnyAsync(cancellationToken) && await ParcoursAsync(services, cancellationToken) is > 0 and var journeys)
        {
            throw new StartupRefusal(
                $"Le moteur connaît des parcours ({journeys}), et le fichier des dossiers de « {options.DataDirectory} » est vide : il a été effacé, ou ce n’est pas le bon. "
                + "Restaurez-le ; ou lancez « --role engine », rebâtissez-le à partir des historiques par « dossiers reconstruire », puis relancez.");
        }
    }

    /// <summary>Journeys that the engine knows; null when it does not answer, as when it starts later than this process.</summary>
    private static async Task<long?> ParcoursAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            var client = services.GetRequiredService<ITemporalClient>();
            return (await client.CountWorkflowsAsync($"WorkflowType = '{NomsParcours.Workflow}'", new() { Rpc = new() { CancellationToken = limit.Token } })).Count;
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            services.GetRequiredService<ILoggerFactory>().CreateLogger("Parcours")
                .LogWarning("The engine does not answer yet, so the case store is not compared with it: {Reason}", error.Message);
            return null;
        }
    }
}
