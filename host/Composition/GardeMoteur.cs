namespace FranceTravail.Parcours.Host.Composition;

/// <summary>Stops the process when what answers as its engine is another one, or an older file of it; says again and again that both are together.</summary>
internal sealed class GardeMoteur(LienMoteur lien, ILogger<GardeMoteur> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    /// <summary>As long as none has been looked at: who waits for the engine waits for this look.</summary>
    private static readonly TimeSpan Guet = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Real time on purpose: what is looked at is what machines do.
        using var timer = new PeriodicTimer(lien.Tenu ? Interval : Guet);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await lien.TenirAsync(stoppingToken);
                timer.Period = lien.Tenu ? Interval : Guet;
            }
            catch (StartupRefusal refus)
            {
                throw new ArretFatal(refus.Message);
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogWarning("The case store could not be held against the engine; it is tried again: {Reason}", error.Message);
            }
        }
    }
}
