using FranceTravail.Parcours.Engine.Matching;
using FranceTravail.Parcours.Engine.Runs;
using FranceTravail.Parcours.Engine.Runs.Tasks;
using FranceTravail.Parcours.Engine.Watching;
using Microsoft.Extensions.Logging.Abstractions;

namespace FranceTravail.Parcours.Engine.Tests.Matching;

public sealed class When_workers_come_and_go
{
    private static readonly EngineMeter Meter = new();
    private readonly TaskQueues queues = new(NullLogger<TaskQueues>.Instance, Meter) { OnTaken = (ticket, poller) => poller.Hand(ticket) };

    [Fact]
    public async Task Should_forget_queues_that_nobody_uses()
    {
        for (var worker = 0; worker < 100; worker++)
        {
            await PollAsync($"sticky-{worker}", TimeSpan.Zero);
        }

        Assert.Equal(100, queues.Count);
        queues.Sweep(TimeSpan.FromHours(1));
        Assert.Equal(100, queues.Count);
        queues.Sweep(TimeSpan.Zero);
        Assert.Equal(0, queues.Count);
    }

    [Fact]
    public async Task Should_keep_what_waits_and_who_waits()
    {
        var ready = new Ticket(new RunKey("default", "workflow", "run"), Named("work"), 1);
        queues.Add(ready);
        var waiting = PollAsync("idle", TimeSpan.FromMinutes(1));
        queues.Sweep(TimeSpan.Zero);
        Assert.Equal(2, queues.Count);
        Assert.Same(ready, await PollAsync("work", TimeSpan.FromMinutes(1)));
        queues.Add(ready with { Queue = Named("idle") });
        Assert.NotNull(await waiting.WaitAsync(TimeSpan.FromSeconds(10)));
    }

    [Fact]
    public async Task Should_move_the_tasks_of_a_worker_that_is_gone_to_the_normal_queue()
    {
        await PollAsync("sticky", TimeSpan.Zero);
        queues.Add(new Ticket(new RunKey("default", "workflow", "run"), Named("sticky"), 1, FallbackQueue: "normal"));
        queues.Sweep(TimeSpan.Zero);
        Assert.Equal("normal", Assert.IsType<Ticket>(await PollAsync("normal", TimeSpan.FromSeconds(10))).Queue.Name);
    }

    private static QueueName Named(string name) => new("default", TaskKind.Workflow, name);

    private Task<object?> PollAsync(string queue, TimeSpan patience) => queues.PollAsync(Named(queue), "worker", patience, DateTimeOffset.UnixEpoch, CancellationToken.None);
}
