using FranceTravail.Parcours.Engine.Runs;
using FranceTravail.Parcours.Engine.Runs.Activities;
using FranceTravail.Parcours.Engine.Tests.Support;
using Temporalio.Api.Activity.V1;
using Temporalio.Api.Enums.V1;

namespace FranceTravail.Parcours.Engine.Tests.Runs;

public sealed class When_an_activity_is_paused_or_reset : IDisposable
{
    private static readonly ActivitySelection All = new(null, null);

    private readonly Heart heart = new();

    public void Dispose() => heart.Dispose();

    [Fact]
    public void Should_stay_pending_when_its_last_attempt_fails_while_it_is_paused()
    {
        var run = Running(attempts: 1);
        heart.Apply(run, new PauseActivities(All, "operator", "wait"));
        Fail(run);
        var waiting = heart.State(run).Activities.Values.Single();
        Assert.Equal((2, false), (waiting.Attempt, waiting.Started));
        Assert.False(ActivityTickets.Ready(waiting));

        heart.Apply(run, new UnpauseActivities(All, false, false));
        Assert.True(ActivityTickets.Ready(heart.State(run).Activities.Values.Single()));
        Begin(run);
        Fail(run);
        Assert.Contains("ActivityTaskFailed", heart.Types(run), StringComparison.Ordinal);
    }

    [Fact]
    public void Should_say_the_types_that_are_paused_for_as_long_as_they_are()
    {
        var run = Running();
        heart.Apply(run, new PauseActivities(All, "operator", "wait"));
        Assert.Equal("""["property:activityType=Do"]""", heart.State(run).SearchAttributes!.IndexedFields["TemporalPauseInfo"].Data.ToStringUtf8());
        heart.Apply(run, new CompleteActivity(new ActivityRef(0, 0, "a"), null, "worker"));
        Assert.DoesNotContain("TemporalPauseInfo", heart.State(run).SearchAttributes!.IndexedFields.Keys);
    }

    [Fact]
    public void Should_go_on_a_moment_later_by_chance_when_many_are_let_go_at_once()
    {
        var run = Running();
        Fail(run);
        heart.Apply(run, new PauseActivities(All, "operator", "wait"));
        heart.Apply(run, new UnpauseActivities(All, true, false, TimeSpan.FromSeconds(20)));
        var waiting = heart.State(run).Activities.Values.Single();
        Assert.InRange(waiting.ScheduledTime, heart.Now.AddSeconds(9), heart.Now.AddSeconds(10));
        Assert.False(ActivityTickets.Ready(waiting));
        heart.Apply(run, new ResetActivities(All, false, false, Jitter: TimeSpan.FromSeconds(40)));
        heart.Pass(run, TimeSpan.FromSeconds(19));
        Assert.False(ActivityTickets.Ready(heart.State(run).Activities.Values.Single()));
        heart.Pass(run, TimeSpan.FromSeconds(1));
        Assert.True(ActivityTickets.Ready(heart.State(run).Activities.Values.Single()));
    }

    [Fact]
    public void Should_count_on_from_a_reset_of_the_attempt_that_runs()
    {
        var run = Running();
        Fail(run);
        heart.Pass(run, TimeSpan.FromMinutes(1));
        Begin(run);
        Assert.Equal(2, heart.State(run).Activities.Values.Single().Attempt);
        heart.Apply(run, new ResetActivities(All, false, false));
        Assert.Equal(1, heart.State(run).Activities.Values.Single().Attempt);
        Assert.True(heart.Apply(run, new RecordHeartbeat(new ActivityRef(0, 0, "a"), null, "worker")).Reset);
        Fail(run);
        Assert.Equal(2, heart.State(run).Activities.Values.Single().Attempt);
    }

    [Fact]
    public void Should_have_again_the_options_with_which_it_was_scheduled()
    {
        var run = Running();
        ActivityOptions Change(double seconds) => heart.Apply(run, new UpdateActivityOptions(
            All, new() { StartToCloseTimeout = TimeSpan.FromSeconds(seconds).ToDuration() }, new(new() { Paths = { "start_to_close_timeout" } })));
        Change(33);
        Change(44);
        Assert.Equal(10, heart.Apply(run, new UpdateActivityOptions(All, null, null, Restore: true)).StartToCloseTimeout.Seconds);
        Change(55);
        heart.Apply(run, new ResetActivities(All, false, false, RestoreOptions: true));
        Assert.Equal(TimeSpan.FromSeconds(10), heart.State(run).Activities.Values.Single().StartToClose);
    }

    [Fact]
    public void Should_date_the_start_of_an_attempt_by_when_it_began()
    {
        var run = Running();
        var began = heart.State(run).Activities.Values.Single().StartedTime;
        heart.Pass(run, TimeSpan.FromSeconds(4));
        heart.Apply(run, new CompleteActivity(new ActivityRef(0, 0, "a"), null, "worker"));
        var times = heart.History(run).Where(e => e.EventType is EventType.ActivityTaskStarted or EventType.ActivityTaskCompleted).Select(e => e.EventTime.ToDateTimeOffset()).ToList();
        Assert.Equal(began!.Value, times[0], TimeSpan.FromMilliseconds(0.001));
        Assert.True(times[1] - times[0] >= TimeSpan.FromSeconds(4));
    }

    private Run Running(int attempts = 0)
    {
        var run = heart.Start();
        heart.Work(run, Do.Activity("a", attempts: attempts));
        Begin(run);
        return run;
    }

    private void Begin(Run run)
    {
        var waiting = heart.State(run).Activities.Values.Single();
        Assert.NotNull(heart.Apply(run, new StartActivity(waiting.ScheduledEventId, waiting.Serial, "worker")));
    }

    private void Fail(Run run) => heart.Apply(run, new FailActivity(new ActivityRef(0, 0, "a"), new() { Message = "no", ApplicationFailureInfo = new() }, null, "worker"));
}
