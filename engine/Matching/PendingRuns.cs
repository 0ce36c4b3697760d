using FranceTravail.Parcours.Engine.Runs;
using FranceTravail.Parcours.Engine.Storage;
using Microsoft.Extensions.Logging;

namespace FranceTravail.Parcours.Engine.Matching;

/// <summary>The runs that had tasks when the engine stopped.</summary>
internal sealed class PendingRuns(IStore store, TaskQueues queues, ILogger logger)
{
    /// <summary>Runs read at a time.</summary>
    private const int Portion = 500;

    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(1);

    /// <summary>Puts all their tasks into the queues, and answers them.</summary>
    public IReadOnlyList<Run> All()
    {
        var all = new List<Run>();
        long last = 0;
        do
        {
            (var runs, last) = Take(last);
            all.AddRange(runs);
        }
        while (last > 0);
        return all;
    }

    /// <summary>Puts their tasks into the queues, some and then others: a task that came in meanwhile may be there twice, and is handed out once.</summary>
    public async Task StreamAsync(CancellationToken cancelled)
    {
        for (var (last, done) = (0L, false); !done && !cancelled.IsCancellationRequested;)
        {
            try
            {
                (_, last) = Take(last);
                done = last == 0;
            }
            catch (Exception e)
            {
                logger.LogError(e, "What waits for workers could not be read; trying again");
                await Task.Delay(Rest, cancelled).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private (IReadOnlyList<Run> Runs, long Last) Take(long after)
    {
        // A run whose row is damaged keeps none of the others from going on.
        var (runs, last) = store.WithTasks(after, Portion, (id, e) => logger.LogError(e, "The state of run {RunId} cannot be read; the run stands still", id));
        foreach (var ticket in runs.SelectMany(Pending.Tickets))
        {
            queues.Add(ticket);
        }

        return (runs, last);
    }
}
