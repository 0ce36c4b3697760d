namespace FranceTravail.Parcours.Host.Composition;

/// <summary>Stops the process when the file of its engine goes away under it: what it would still accept would not be there at its next start.</summary>
internal sealed class GardeFichierMoteur(EmbeddedEngine engine, HostSettings options) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await engine.Perdu.WaitAsync(stoppingToken);
        throw new ArretFatal(
            $"Le fichier du moteur « {Path.Combine(options.DataDirectory, EmbeddedEngine.DatabaseFile)} » a disparu, ou a été remplacé, vidé ou coupé, pendant que le programme tournait : il s’arrête pour ne rien perdre de plus. Remettez-le à sa place, ou restaurez sa dernière sauvegarde, puis relancez.");
    }
}
