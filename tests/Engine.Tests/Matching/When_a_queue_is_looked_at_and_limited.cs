using FranceTravail.Parcours.Engine.Matching;
using FranceTravail.Parcours.Engine.Runs;
using FranceTravail.Parcours.Engine.Runs.Tasks;
using FranceTravail.Parcours.Engine.Watching;
using Microsoft.Extensions.Logging.Abstractions;

namespace FranceTravail.Parcours.Engine.Tests.Matching;

public sealed class When_a_queue_is_looked_at_and_limited
{
    private static readonly EngineMeter Meter = new();
    private static readonly QueueName Name = new("default", TaskKind.Activity, "queue");

    private double? limit;

    private TaskQueues Queues() => new(NullLogger<TaskQueues>.Instance, Meter, _ => limit) { OnTaken = (ticket, poller) => poller.Hand(ticket) };

    [Fact]
    public async Task Should_hand_out_by_priority_and_count_what_waits()
    {
        var queues = Queues();
        foreach (var (serial, priority) in (IEnumerable<(long, int)>)[(1, 3), (2, 5), (3, 1), (4, 3)])
        {
            queues.Add(Ready(serial, priority));
        }

        Assert.Equal([(1, 1), (3, 2), (5, 1)], queues.Stats(Name).Backlog.Select(b => (b.Priority, b.Count)));
        Assert.Equal(DateTimeOffset.UnixEpoch.AddSeconds(1), queues.Stats(Name).Backlog[1].Since);
        var order = new List<long>();
        for (var i = 0; i < 4; i++)
        {
            order.Add(((Ticket)(await PollAsync(queues))!).Serial);
        }

        Assert.Equal([3, 1, 4, 2], order);
        Assert.Empty(queues.Stats(Name).Backlog);
        Assert.True(queues.Stats(Name) is { AddRate: > 0, DispatchRate: > 0 });
    }

    [Fact]
    public async Task Should_hold_back_all_tasks_at_a_limit_of_none_and_let_them_go_when_it_is_lifted()
    {
        limit = 0;
        var queues = Queues();
        queues.Add(Ready(1));
        var poll = PollAsync(queues);
        Assert.False(poll.IsCompleted);
        limit = null;
        queues.Limit(Name);
        Assert.Equal(1, ((Ticket)(await poll)!).Serial);
    }

    [Fact]
    public async Task Should_hand_out_no_more_in_a_second_than_the_limit_allows()
    {
        limit = 20;
        var queues = Queues();
        for (var serial = 1; serial <= 12; serial++)
        {
            queues.Add(Ready(serial));
        }

        var clock = System.Diagnostics.Stopwatch.StartNew();
        for (var serial = 1; serial <= 12; serial++)
        {
            Assert.Equal(serial, ((Ticket)(await PollAsync(queues))!).Serial);
        }

        // The first ones go at once; each of the others waits for its twentieth of a second.
        Assert.InRange(clock.Elapsed, TimeSpan.FromSeconds(0.4), TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task Should_obey_the_limit_that_a_worker_sets_unless_the_owner_has_set_one()
    {
        var queues = Queues();
        await queues.PollAsync(Name, "slow", TimeSpan.Zero, DateTimeOffset.UnixEpoch, CancellationToken.None, new PollerTraits(null, null, 0));
        queues.Add(Ready(1));
        Assert.Null(await queues.PollAsync(Name, "other", TimeSpan.FromMilliseconds(50), DateTimeOffset.UnixEpoch, CancellationToken.None));
        Assert.Equal(0, queues.Stats(Name).WorkerLimit);
        limit = 100;
        queues.Limit(Name);
        Assert.NotNull(await PollAsync(queues));
    }

    private static Ticket Ready(long serial, int priority = 3) =>
        new(new RunKey("default", "workflow", "run"), Name, serial, Activity: 5, Priority: priority, Since: DateTimeOffset.UnixEpoch.AddSeconds(serial));

    private static Task<object?> PollAsync(TaskQueues queues) =>
        queues.PollAsync(Name, "worker", TimeSpan.FromSeconds(30), DateTimeOffset.UnixEpoch, CancellationToken.None);
}
