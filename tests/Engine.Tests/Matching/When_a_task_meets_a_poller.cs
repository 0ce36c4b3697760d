using FranceTravail.Parcours.Engine.Matching;
using FranceTravail.Parcours.Engine.Runs;
using FranceTravail.Parcours.Engine.Runs.Tasks;
using FranceTravail.Parcours.Engine.Watching;
using Microsoft.Extensions.Logging.Abstractions;

namespace FranceTravail.Parcours.Engine.Tests.Matching;

public sealed class When_a_task_meets_a_poller
{
    private static readonly EngineMeter Meter = new();

    private static readonly QueueName Name = new("default", TaskKind.Activity, "queue");
    private static readonly Ticket Ready = new(new RunKey("default", "workflow", "run"), Name, 1);

    [Fact]
    public async Task Should_be_handed_over_however_closely_the_two_arrive()
    {
        const int rounds = 100_000;
        var queues = new TaskQueues(NullLogger<TaskQueues>.Instance, Meter) { OnTaken = (ticket, poller) => poller.Hand(ticket) };
        var polls = 0;
        var offering = Task.Factory.StartNew(
            () =>
            {
                for (var round = 1; round <= rounds; round++)
                {
                    SpinWait.SpinUntil(() => Volatile.Read(ref polls) >= round);
                    queues.Add(Ready);
                }
            },
            TaskCreationOptions.LongRunning);

        for (var round = 0; round < rounds; round++)
        {
            Interlocked.Increment(ref polls);
            var poll = queues.PollAsync(Name, "worker", TimeSpan.FromMinutes(1), DateTimeOffset.UnixEpoch, CancellationToken.None);
            Assert.Same(Ready, await poll.WaitAsync(TimeSpan.FromSeconds(10)));
        }

        await offering;
    }

    [Fact]
    public async Task Should_wait_for_the_next_poller_when_the_first_has_gone()
    {
        var queues = new TaskQueues(NullLogger<TaskQueues>.Instance, Meter) { OnTaken = (ticket, poller) => poller.Hand(ticket) };

        Assert.Null(await queues.PollAsync(Name, "gone", TimeSpan.Zero, DateTimeOffset.UnixEpoch, CancellationToken.None));
        queues.Add(Ready);

        Assert.Same(Ready, await queues.PollAsync(Name, "next", TimeSpan.FromMinutes(1), DateTimeOffset.UnixEpoch, CancellationToken.None));
    }
}
