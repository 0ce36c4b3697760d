using FranceTravail.Parcours.Activities;

namespace FranceTravail.Parcours.Host.Composition;

/// <summary>
/// Stops the process when the file of the case store goes away under it: what is written to a deleted file is lost without an error, and a new
/// connection would begin an empty store beside the histories.
/// </summary>
internal sealed class GardeDossiers(ActivitiesOptions options) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval);
        do
        {
            if (new FileInfo(options.DossiersDatabase) is not { Exists: true, Length: > 0 })
            {
                throw new ArretFatal(
                    $"Le fichier des dossiers « {options.DossiersDatabase} » a disparu pendant que le programme tournait : il s’arrête pour ne rien perdre de plus. Restaurez ce fichier, puis relancez.");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
