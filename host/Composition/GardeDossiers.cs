using FranceTravail.Parcours.Activities.Dossiers;

namespace FranceTravail.Parcours.Host.Composition;

/// <summary>
/// Stops the process when the case store goes away under it, is damaged, or another takes its place: what is written to a deleted file is lost
/// without an error, and a new connection would write beside the histories.
/// </summary>
internal sealed class GardeDossiers(FournisseurDossiers store) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval);
        do
        {
            if (store.Perte is { } perte)
            {
                throw new ArretFatal(perte switch
                {
                    MotifDossiers.Remplacee => $"La base des dossiers « {store.Nom} » a été remplacée pendant que le programme tournait : il s’arrête pour ne rien mêler. Remettez à sa place celle qui y était, puis relancez.",
                    MotifDossiers.Corrompue => $"La base des dossiers « {store.Nom} » est abîmée : elle a été vidée ou coupée, ou il s’y trouve autre chose que ce que le programme y a écrit. Il s’arrête pour ne rien écrire de faux. Restaurez une sauvegarde, puis relancez.",
                    _ => $"La base des dossiers « {store.Nom} » a disparu pendant que le programme tournait : il s’arrête pour ne rien perdre de plus. Restaurez-la, puis relancez.",
                });
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
