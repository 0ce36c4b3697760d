using CsCheck;
using FranceTravail.Parcours.Engine.Refusals;
using FranceTravail.Parcours.Engine.Runs;
using FranceTravail.Parcours.Engine.Runs.Activities;
using FranceTravail.Parcours.Engine.Runs.Closing;
using FranceTravail.Parcours.Engine.Runs.Deadlines;
using FranceTravail.Parcours.Engine.Runs.Signals;
using FranceTravail.Parcours.Engine.Storage;
using FranceTravail.Parcours.Engine.Tests.Support;
using Temporalio.Api.Common.V1;

namespace FranceTravail.Parcours.Engine.Tests.Storage;

/// <summary>What every store of runs does.</summary>
public abstract class StoreContract : IDisposable
{
    private readonly Heart heart;

    private protected StoreContract(IStore store)
    {
        Store = store;
        heart = new Heart(store: store);
    }

    private protected IStore Store { get; set; }

    /// <summary>The store as the next process finds it; the same where nothing is kept.</summary>
    private protected abstract IStore Reopened();

    [Fact]
    public void Should_find_a_run_by_its_name_and_the_newest_of_a_workflow()
    {
        var first = heart.Start();
        heart.Apply(first, new Terminate("", null, ""));
        var second = heart.Start();
        var store = Reopened();
        Assert.Equal((first.Key, second.Key), (store.Find(first.Key)!.Key, store.Current("default", "w")!.Key));
        Assert.False(store.Find(first.Key)!.Open);
        Assert.Null(store.Find(first.Key with { WorkflowId = "other" }));
        Assert.Null(store.Find(first.Key with { Namespace = "other" }));
        Assert.Null(store.Current("other", "w"));
    }

    [Fact]
    public void Should_keep_each_item_of_a_run_as_it_was_last()
    {
        var run = heart.Start();
        heart.Work(run, Do.Activity("a", 300), Do.Activity("b"), Do.Timer("t", 60), Do.Timer("u", 600), Do.Child("c"));
        heart.Apply(run, new Signal("s", null, "client", "request", null));
        var a = heart.State(run).Activities.Values.First();
        heart.Apply(run, new StartActivity(a.ScheduledEventId, a.Serial, "worker"));
        heart.Apply(run, new CompleteActivity(new ActivityRef(0, 0, "b"), null, "worker"));
        heart.Pass(run, TimeSpan.FromSeconds(61));

        var kept = Reopened().Find(run.Key)!.State;
        Assert.Equal([("a", true)], kept.Activities.Values.Select(x => (x.ActivityId, x.Started)));
        Assert.Equal(["u"], kept.Timers.Values.Select(x => x.TimerId));
        Assert.Equal(["c"], kept.Children.Values.Select(x => x.WorkflowId));
        Assert.True(kept.RequestIds.ContainsKey("request"));
        Assert.Empty(kept.Activities.Touched);
    }

    [Fact]
    public void Should_read_a_history_from_the_batch_that_holds_an_event_up_to_some_bytes()
    {
        var run = heart.Start();
        heart.Work(run, Do.Marker(4000), Do.Marker(4000));
        heart.Apply(run, new Signal("s", null, "client", "", null));
        var all = heart.History(run);
        var store = Reopened();
        Assert.Equal(all.Select(e => e.EventId), store.ReadHistory(run.Number, 1, long.MaxValue / 4).SelectMany(b => b.Events).Select(e => e.EventId));
        Assert.Contains(store.ReadHistory(run.Number, 5, 5, 1).Single().Events, e => e.EventId == 5);
        Assert.Single(store.ReadHistory(run.Number, 5, 100, bytes: 100));
        Assert.Empty(store.ReadHistory(run.Number + 1, 1, 100));
    }

    [Fact]
    public void Should_answer_due_and_busy_runs_in_portions_and_each_once()
    {
        var runs = Enumerable.Range(0, 25).Select(i => heart.Start($"w{i}")).ToList();
        foreach (var run in runs)
        {
            heart.Work(run, Do.Timer("t", 60));
        }

        var waiting = Enumerable.Range(0, 7).Select(i => heart.Start($"waiting{i}")).ToList();
        var store = Reopened();
        var due = new List<DueRun>();
        IReadOnlyList<DueRun> portion;
        do
        {
            portion = store.DueBy(heart.Now + TimeSpan.FromHours(1), due.LastOrDefault(), 10);
            due.AddRange(portion);
        }
        while (portion.Count == 10);
        Assert.Equal(runs.Select(r => r.Key).ToHashSet(), due.Select(d => d.Key).ToHashSet());
        Assert.Equal(25, due.Count);
        Assert.Empty(store.DueBy(heart.Now, null, 10));
        Assert.Equal(due[0].At, store.EarliestDeadline(heart.Now));

        var (first, last) = store.WithTasks(0, 5, Never);
        var (rest, end) = store.WithTasks(last, 5, Never);
        Assert.Equal(waiting.Select(r => r.Key), first.Concat(rest).Select(r => r.Key));
        Assert.Equal(0, end);

        static void Never(string run, Refusal e) => throw e;
    }

    [Fact]
    public void Should_leave_nothing_of_a_run_that_is_deleted()
    {
        var run = heart.Start();
        heart.Work(run, Do.Activity("a"), Do.Timer("t", 60));
        heart.Do(unit =>
        {
            unit.TerminateAndDelete(unit.Find(run.Key)!);
            return true;
        });
        var store = Reopened();
        Assert.Null(store.Find(run.Key));
        Assert.Null(store.Current("default", "w"));
        Assert.Empty(store.ReadHistory(run.Number, 1, 100));
        Assert.Empty(store.DueBy(heart.Now + TimeSpan.FromDays(1), null, 10));
    }

    [Fact]
    public void Should_give_no_number_twice()
    {
        var run = heart.Start();
        Assert.True(Reopened().LastRunNumber >= run.Number);
    }

    [Fact]
    public void Should_keep_the_state_that_the_heart_has_whatever_happens() => Check.Sample(
        Gen.Int[0, 5].Array[1, 30],
        actions =>
        {
            var run = heart.Start($"r{Guid.NewGuid():n}");
            var n = 0;
            foreach (var action in actions)
            {
                if (!heart.State(run).Open)
                {
                    return;
                }

                Step(run, action, n++);
            }

            var (mine, kept) = (heart.State(run), Reopened().Find(run.Key)!.State);
            Assert.Equal(StateCodec.Write(mine), StateCodec.Write(kept));
            Assert.Equal(mine.Activities.Values, kept.Activities.Values);
            Assert.Equal(mine.Timers.Values, kept.Timers.Values);
            Assert.Equal(mine.RequestIds.Select(r => r.Key), kept.RequestIds.Select(r => r.Key));
            Assert.Equal(Deadline.Next(mine), Deadline.Next(kept));
        },
        iter: 40,
        threads: 1);

    public virtual void Dispose()
    {
        heart.Dispose();
        GC.SuppressFinalize(this);
    }

    private void Step(Run run, int action, int n)
    {
        var state = heart.State(run);
        switch (action)
        {
            case 0 when state.Task is { StartedTime: null }: heart.Work(run, Do.Activity($"a{n}"), Do.Timer($"t{n}", n + 1)); break;
            case 1: heart.Apply(run, new Signal("s", new Payloads(), "client", $"request{n % 4}", null)); break;
            case 2 when state.Activities.Values.FirstOrDefault(ActivityTickets.Ready) is { } a: heart.Apply(run, new StartActivity(a.ScheduledEventId, a.Serial, "worker")); break;
            case 3 when state.Activities.Values.FirstOrDefault(a => a.Started) is { } a: heart.Apply(run, new CompleteActivity(new ActivityRef(a.ScheduledEventId, a.Serial, null), null, "worker")); break;
            case 4: heart.Pass(run, TimeSpan.FromSeconds(2)); break;
            default: break;
        }
    }
}
