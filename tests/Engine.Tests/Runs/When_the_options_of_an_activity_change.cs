using FranceTravail.Parcours.Engine.Refusals;
using FranceTravail.Parcours.Engine.Runs.Activities;
using FranceTravail.Parcours.Engine.Tests.Support;
using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Activity.V1;

namespace FranceTravail.Parcours.Engine.Tests.Runs;

public sealed class When_the_options_of_an_activity_change : IDisposable
{
    private readonly Heart heart = new();

    public void Dispose() => heart.Dispose();

    [Fact]
    public void Should_time_a_waiting_attempt_by_the_new_interval_and_forget_the_last_failure()
    {
        var run = heart.Start();
        heart.Work(run, Do.Activity("a"));
        var first = heart.State(run).Activities.Values.Single();
        heart.Apply(run, new StartActivity(first.ScheduledEventId, first.Serial, "worker"));
        heart.Apply(run, new FailActivity(new ActivityRef(0, 0, "a"), new() { Message = "no", ApplicationFailureInfo = new() }, null, "worker"));

        var options = heart.Apply(run, Change(new() { RetryPolicy = new() { InitialInterval = Seconds(600), MaximumInterval = Seconds(900) } }, "retry_policy.initial_interval", "retryPolicy.maximumInterval"));

        var waiting = heart.State(run).Activities.Values.Single();
        Assert.Equal(TimeSpan.FromSeconds(600), waiting.ScheduledTime - waiting.LastAttemptEndTime);
        Assert.Null(waiting.LastFailure);
        Assert.Equal((Seconds(600), 2.0, Seconds(10)), (options.RetryPolicy.InitialInterval, options.RetryPolicy.BackoffCoefficient, options.StartToCloseTimeout));
        heart.Pass(run, TimeSpan.FromSeconds(599));
        Assert.True(heart.State(run).Activities.Values.Single().Waiting);
        heart.Pass(run, TimeSpan.FromSeconds(2));
        Assert.False(heart.State(run).Activities.Values.Single().Waiting);
    }

    [Fact]
    public void Should_hand_out_an_attempt_on_its_new_queue_only()
    {
        var run = heart.Start();
        heart.Work(run, Do.Activity("a"));
        var before = heart.State(run).Activities.Values.Single();
        heart.Apply(run, Change(new() { TaskQueue = new() { Name = "other" } }, "task_queue.name"));
        Assert.Null(heart.Apply(run, new StartActivity(before.ScheduledEventId, before.Serial, "worker")));
        Assert.Equal("other", heart.State(run).Activities.Values.Single().TaskQueue);
    }

    [Fact]
    public void Should_refuse_what_could_not_have_been_scheduled()
    {
        var run = heart.Start();
        heart.Work(run, Do.Activity("a"));
        Assert.Equal("invalid HeartbeatTimeout: negative duration", Refusal(run, Change(new() { HeartbeatTimeout = Seconds(-1) }, "heartbeat_timeout")));
        Assert.Equal("RetryPolicy is not provided", Refusal(run, Change(new(), "retry_policy.maximum_attempts")));
        Assert.Equal("UpdateMask is not provided", Refusal(run, new UpdateActivityOptions(new("a", null), new(), null)));
        Assert.Equal("ActivityOptions are not provided", Refusal(run, new UpdateActivityOptions(new("a", null), null, null)));
        Assert.StartsWith("Can't find pending activity", Refusal(run, new UpdateActivityOptions(new("b", null), new(), null)), StringComparison.Ordinal);
    }

    private static Duration Seconds(int seconds) => new() { Seconds = seconds };

    private static UpdateActivityOptions Change(ActivityOptions options, params string[] paths) => new(new("a", null), options, new(new FieldMask { Paths = { paths } }));

    private string Refusal(Engine.Runs.Run run, UpdateActivityOptions change) => Assert.Throws<Refusal>(() => heart.Apply(run, change)).Message;
}
