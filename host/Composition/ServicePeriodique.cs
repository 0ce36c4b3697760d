using FranceTravail.Parcours.Activities.Observation;

namespace FranceTravail.Parcours.Host.Composition;

/// <summary>
/// Work in the background that comes back again and again. A failed round is logged and tried again, ever later, and never ends the process:
/// what fails for one row must be handled by the round itself, so that the others have their turn.
/// </summary>
internal abstract class ServicePeriodique(TimeSpan interval, ILogger logger) : BackgroundService
{
    private static readonly TimeSpan LongestRest = TimeSpan.FromMinutes(5);

    /// <summary>One round.</summary>
    internal abstract Task TournerAsync(CancellationToken cancellationToken);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var failures = 0;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await TournerAsync(stoppingToken);
                failures = 0;
                Compter("fait");
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                failures++;
                Compter("echec");
                logger.LogError(error, "{Service} failed {Times} times in a row and goes on", GetType().Name, failures);
            }

            // Real time on purpose: how often we look does not follow a virtual clock.
            await Task.Delay(Repos(interval, failures), stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private void Compter(string issue) => Mesures.Tours.Add(1, new("service", GetType().Name), new("issue", issue));

    /// <summary>Doubled at each failure in a row, five minutes at most.</summary>
    internal static TimeSpan Repos(TimeSpan interval, int failures) =>
        failures == 0 ? interval : TimeSpan.FromTicks(Math.Min(Math.Max(interval.Ticks, LongestRest.Ticks), interval.Ticks << Math.Min(failures, 10)));
}
