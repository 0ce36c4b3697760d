using FranceTravail.Parcours.Engine.Refusals;
using FranceTravail.Parcours.Engine.Runs;
using FranceTravail.Parcours.Engine.Runs.Activities;
using FranceTravail.Parcours.Engine.Tests.Support;
using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Enums.V1;

namespace FranceTravail.Parcours.Engine.Tests.Runs;

public sealed class When_time_passes : IDisposable
{
    private readonly Heart heart = new();

    public void Dispose() => heart.Dispose();

    [Fact]
    public void Should_fire_what_was_missed_once_in_order_of_its_moment()
    {
        var run = heart.Start();
        heart.Work(run, Do.Timer("late", 300), Do.Timer("early", 100), Do.Timer("later", 90_000));
        heart.Pass(run, TimeSpan.FromHours(1));
        var fired = heart.History(run).Where(e => e.EventType == EventType.TimerFired).Select(e => e.TimerFiredEventAttributes.TimerId);
        Assert.Equal(["early", "late"], fired);
        Assert.Single(heart.State(run).Timers);
    }

    [Fact]
    public void Should_retry_an_activity_with_growing_intervals_until_its_attempts_are_used()
    {
        var run = heart.Start();
        heart.Work(run, Do.Activity("a", seconds: 1, attempts: 3));
        for (var attempt = 1; attempt <= 3; attempt++)
        {
            var activity = heart.State(run).Activities[5];
            Assert.Equal(attempt, activity.Attempt);
            Assert.NotNull(heart.Apply(run, new StartActivity(5, activity.Serial, "worker")));
            heart.Pass(run, TimeSpan.FromSeconds(1.1));
            if (attempt < 3)
            {
                heart.Pass(run, TimeSpan.FromSeconds(Math.Pow(2, attempt)));
            }
        }

        Assert.Empty(heart.State(run).Activities);
        var closing = heart.History(run).Single(e => e.EventType == EventType.ActivityTaskTimedOut).ActivityTaskTimedOutEventAttributes;
        Assert.Equal(RetryState.MaximumAttemptsReached, closing.RetryState);
    }

    [Fact]
    public void Should_not_take_the_answer_of_an_attempt_that_timed_out()
    {
        var run = heart.Start();
        heart.Work(run, Do.Activity("a", seconds: 1, attempts: 2));
        var first = heart.State(run).Activities[5];
        heart.Apply(run, new StartActivity(5, first.Serial, "worker"));
        heart.Pass(run, TimeSpan.FromSeconds(2));
        Assert.Throws<Refusal>(() => heart.Apply(run, new CompleteActivity(new ActivityRef(5, first.Serial, null), null, "worker")));
        Assert.Equal(2, heart.State(run).Activities[5].Attempt);
    }

    [Fact]
    public void Should_end_a_run_at_its_timeout_and_start_the_retry_its_policy_allows()
    {
        var run = heart.Start(change: r =>
        {
            r.WorkflowRunTimeout = Duration.FromTimeSpan(TimeSpan.FromMinutes(1));
            r.RetryPolicy = new() { MaximumAttempts = 2 };
        });
        heart.Pass(run, TimeSpan.FromMinutes(2));
        Assert.Equal(WorkflowExecutionStatus.TimedOut, heart.State(run).Status);
        var second = heart.Current();
        Assert.NotEqual(run.Key, second.Key);
        Assert.Equal(2, second.Start.Attempt);
        Assert.Equal(run.Key.RunId, second.Start.FirstExecutionRunId);
    }

    [Fact]
    public void Should_wait_for_nothing_once_closed()
    {
        var run = heart.Start();
        heart.Work(run, Do.Timer("t", 60), Do.Activity("a"), Do.Complete());
        Assert.Null(Engine.Runs.Deadlines.Deadline.Next(heart.State(run)));
    }

    [Fact]
    public void Should_keep_far_moments_inside_the_calendar() =>
        Assert.Equal(DateTimeOffset.MaxValue, heart.Now.After(TimeSpan.MaxValue));
}
