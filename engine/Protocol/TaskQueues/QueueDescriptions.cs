using FranceTravail.Parcours.Engine.Matching;
using FranceTravail.Parcours.Engine.Runs;
using FranceTravail.Parcours.Engine.Runs.Tasks;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.TaskQueue.V1;
using Duration = Google.Protobuf.WellKnownTypes.Duration;
using EffectiveRateLimit = Temporalio.Api.WorkflowService.V1.DescribeTaskQueueResponse.Types.EffectiveRateLimit;

namespace FranceTravail.Parcours.Engine.Protocol.TaskQueues;

/// <summary>What is told of a queue.</summary>
internal static class QueueDescriptions
{
    /// <summary>Stands for no limit.</summary>
    public const double AnyRate = 100_000;

    private static readonly TimeSpan PollersRemembered = TimeSpan.FromMinutes(5);

    public static IEnumerable<PollerInfo> Pollers(IEnumerable<SeenPoller> seen, DateTimeOffset now) => seen
        .Where(p => now - p.At <= PollersRemembered)
        .Select(p => new PollerInfo
        {
            Identity = p.Identity,
            LastAccessTime = p.At.ToTimestamp(),
            RatePerSecond = p.Traits?.MaximumRate ?? AnyRate,
            WorkerVersionCapabilities = p.Traits?.Capabilities,
            DeploymentOptions = p.Traits?.Deployment,
        });

    public static TaskQueueStats Whole(QueueStats stats, DateTimeOffset now) => new()
    {
        ApproximateBacklogCount = stats.Backlog.Sum(b => (long)b.Count),
        ApproximateBacklogAge = stats.Backlog.Count == 0 ? new Duration() : Age(stats.Backlog.Min(b => b.Since), now),
        TasksAddRate = (float)stats.AddRate,
        TasksDispatchRate = (float)stats.DispatchRate,
    };

    /// <summary>The same by priority; the usual priority is always there, and bears the rates.</summary>
    public static IEnumerable<KeyValuePair<int, TaskQueueStats>> ByPriority(QueueStats stats, DateTimeOffset now)
    {
        var waiting = stats.Backlog.ToDictionary(b => b.Priority);
        foreach (var priority in waiting.Keys.Append(Ticket.UsualPriority).Distinct().Order())
        {
            var known = waiting.TryGetValue(priority, out var b);
            var usual = priority == Ticket.UsualPriority;
            yield return KeyValuePair.Create(priority, new TaskQueueStats
            {
                ApproximateBacklogCount = known ? b.Count : 0,
                ApproximateBacklogAge = known ? Age(b.Since, now) : new Duration(),
                TasksAddRate = usual ? (float)stats.AddRate : 0,
                TasksDispatchRate = usual ? (float)stats.DispatchRate : 0,
            });
        }
    }

    public static TaskQueueStatus Status(QueueStats stats) => new()
    {
        BacklogCountHint = stats.Backlog.Sum(b => (long)b.Count),
        RatePerSecond = stats.WorkerLimit ?? AnyRate,
        TaskIdBlock = new TaskIdBlock { StartId = 1, EndId = (long)AnyRate },
    };

    public static EffectiveRateLimit Limit(double? ofOwner, double? ofWorkers) => new()
    {
        RequestsPerSecond = (float)(ofOwner ?? ofWorkers ?? AnyRate),
        RateLimitSource = ofOwner is not null ? RateLimitSource.Api : ofWorkers is not null ? RateLimitSource.Worker : RateLimitSource.System,
    };

    private static Duration Age(DateTimeOffset since, DateTimeOffset now) => since == default || now <= since ? new Duration() : (now - since).ToDuration();
}
