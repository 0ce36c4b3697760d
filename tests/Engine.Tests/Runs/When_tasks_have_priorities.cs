using FranceTravail.Parcours.Engine.Matching;
using FranceTravail.Parcours.Engine.Refusals;
using FranceTravail.Parcours.Engine.Runs.Activities;
using FranceTravail.Parcours.Engine.Runs.Options;
using FranceTravail.Parcours.Engine.Runs.Reset;
using FranceTravail.Parcours.Engine.Tests.Support;
using Temporalio.Api.Command.V1;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;

namespace FranceTravail.Parcours.Engine.Tests.Runs;

public sealed class When_tasks_have_priorities : IDisposable
{
    private readonly Heart heart = new();

    public void Dispose() => heart.Dispose();

    [Fact]
    public void Should_give_an_activity_and_a_child_what_they_leave_open_from_their_workflow()
    {
        var run = heart.Start(change: r => r.Priority = new() { PriorityKey = 4, FairnessKey = "tenant", FairnessWeight = 2 });
        heart.Work(run, Do.Activity("plain"), With(Do.Activity("first"), new() { PriorityKey = 1 }), Do.Child("c"));
        Assert.Equal([4, 1], heart.State(run).Activities.Values.OrderBy(a => a.ScheduledEventId).Select(a => ActivityTickets.For(heart.Current(), a).Priority));
        Assert.Equal(new Priority { PriorityKey = 4, FairnessKey = "tenant", FairnessWeight = 2 }, heart.Current("c").Start.Priority);

        // The scheduled event tells what the command said, not what came of it.
        Assert.Null(heart.History(run).First(e => e.EventType == EventType.ActivityTaskScheduled).ActivityTaskScheduledEventAttributes.Priority);
    }

    [Fact]
    public void Should_follow_what_an_operator_sets_also_in_the_next_runs()
    {
        var run = heart.Start(change: r => r.Priority = new() { PriorityKey = 4 });
        var options = heart.Apply(run, Change(new() { PriorityKey = 2, FairnessKey = "f" }, "priority.priority_key"));
        Assert.Equal(new Priority { PriorityKey = 2 }, options.Priority);
        Assert.Equal(2, Assert.Single(Pending.Tickets(heart.Current())).Priority);
        var events = heart.History(run).Count;
        heart.Apply(run, Change(new() { PriorityKey = 2 }, "priority"));
        Assert.Equal(events, heart.History(run).Count);
        Assert.Equal(heart.State(run).Priority, heart.Recall(run).Priority);

        heart.Work(run);
        var reset = heart.Do(unit => new ResetWorkflow("again", 5, "r", ReapplyEvents.Of(ResetReapplyType.Unspecified, []), []).Begin(unit, unit.Find(run.Key)!));
        Assert.Equal(2, heart.State(reset).PriorityOf(reset.Start)!.PriorityKey);
        heart.Work(reset, Do.ContinueAsNew());
        Assert.Equal(2, heart.Current().Start.Priority.PriorityKey);
    }

    [Fact]
    public void Should_refuse_what_is_none()
    {
        var run = heart.Start();
        Assert.Equal("priority key can't be negative", Assert.Throws<Refusal>(() => heart.Apply(run, Change(new() { PriorityKey = -1 }, "priority"))).Message);
        heart.Poll(run);
        var refused = Assert.Throws<Refusal>(() => heart.Complete(run, With(Do.Activity("a"), new() { FairnessKey = new('x', 65) })));
        Assert.Equal("BadScheduleActivityAttributes: fairness key length exceeds limit", refused.Message);
    }

    private static UpdateWorkflowOptions Change(Priority priority, string path) => new(new() { Priority = priority }, new() { Paths = { path } }, "operator");

    private static Command With(Command command, Priority priority)
    {
        command.ScheduleActivityTaskCommandAttributes.Priority = priority;
        return command;
    }
}
