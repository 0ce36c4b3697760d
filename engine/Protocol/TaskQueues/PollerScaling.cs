using FranceTravail.Parcours.Engine.Matching;
using Temporalio.Api.TaskQueue.V1;

namespace FranceTravail.Parcours.Engine.Protocol.TaskQueues;

/// <summary>Tells a worker that scales its polls whether more of them, or fewer, would do.</summary>
internal static class PollerScaling
{
    private static readonly TimeSpan LongWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan OldBacklog = TimeSpan.FromMilliseconds(200);

    /// <summary>More when work waits, fewer when the poll waited long for some; null when they are right.</summary>
    public static PollerScalingDecision? Of(QueueStats stats, TimeSpan waited, DateTimeOffset now)
    {
        var delta = waited >= LongWait ? -1
            : stats.Backlog.Any(b => now - b.Since > OldBacklog) || stats.AddRate > stats.DispatchRate * 1.2 ? 1
            : 0;
        return delta == 0 ? null : new PollerScalingDecision { PollRequestDeltaSuggestion = delta };
    }
}
