using CsCheck;
using FranceTravail.Parcours.Engine.Refusals;
using FranceTravail.Parcours.Engine.Runs;
using FranceTravail.Parcours.Engine.Runs.Activities;
using FranceTravail.Parcours.Engine.Runs.Closing;
using FranceTravail.Parcours.Engine.Runs.Signals;
using FranceTravail.Parcours.Engine.Runs.Updates;
using FranceTravail.Parcours.Engine.Runs.WorkflowTasks;
using FranceTravail.Parcours.Engine.Storage;
using FranceTravail.Parcours.Engine.Tests.Support;
using Temporalio.Api.Enums.V1;

namespace FranceTravail.Parcours.Engine.Tests.Runs;

/// <summary>Random sequences of requests, answers and time: what must hold of a history and a state holds after each step.</summary>
public sealed class When_anything_happens_in_any_order
{
    private static readonly EventType[] Closings =
    [
        EventType.WorkflowExecutionCompleted, EventType.WorkflowExecutionFailed, EventType.WorkflowExecutionCanceled,
        EventType.WorkflowExecutionTerminated, EventType.WorkflowExecutionTimedOut, EventType.WorkflowExecutionContinuedAsNew,
    ];

    [Fact]
    public void Should_keep_histories_whole_and_states_consistent() =>
        Gen.Int[0, 15].Array[1, 60].Sample(
            steps =>
            {
                using var heart = new Heart();
                var run = heart.Start(change: r => r.WorkflowRunTimeout = Google.Protobuf.WellKnownTypes.Duration.FromTimeSpan(TimeSpan.FromHours(2)));
                for (var i = 0; i < steps.Length; i++)
                {
                    Step(heart, run, steps[i], i);
                    Check(heart, run);
                }
            },
            iter: 2000);

    private static void Step(Heart heart, Run run, int step, int n)
    {
        var s = heart.State(run);
        try
        {
            switch (step)
            {
                case 0 or 1: heart.Poll(run); break;
                case 2: Complete(Do.Activity($"a{n}", attempts: 2)); break;
                case 3: Complete(Do.Timer($"t{n}", n)); break;
                case 4: Complete(); break;
                case 5: Complete(Do.Child($"c{n}")); break;
                case 6: heart.Apply(run, new Signal("s", null, "client", "", null)); break;
                case 7: heart.Apply(run, new RequestCancel("", "client")); break;
                case 8: heart.Pass(run, TimeSpan.FromSeconds(n * 7)); break;
                case 9 when s.Task is { StartedTime: not null } task:
                    heart.Apply(run, new FailWorkflowTask(task.Serial, WorkflowTaskFailedCause.WorkflowWorkerUnhandledFailure, null, "worker"));
                    break;
                case 10 when s.Activities.Values.FirstOrDefault(a => !a.Started && !a.Waiting) is { } a:
                    heart.Apply(run, new StartActivity(a.ScheduledEventId, a.Serial, "worker"));
                    break;
                case 11 when s.Activities.Values.FirstOrDefault(a => a.Started) is { } a:
                    heart.Apply(run, new CompleteActivity(new ActivityRef(a.ScheduledEventId, a.Serial, null), null, "worker"));
                    break;
                case 12 when s.Activities.Values.FirstOrDefault(a => a.Started) is { } a:
                    heart.Apply(run, new FailActivity(new ActivityRef(a.ScheduledEventId, a.Serial, null), null, null, "worker"));
                    break;
                case 13: heart.Apply(run, new AdmitUpdate(new() { Meta = new() { UpdateId = $"u{n}" }, Input = new() { Name = "up" } })); break;
                case 14 when n % 5 == 0: Complete(Do.Complete()); break;
                case 15 when n % 9 == 0: heart.Apply(run, new Terminate("", null, "client")); break;
                default: break;
            }
        }
        catch (Refusal)
        {
            // A refusal is an answer; what matters is that it changed nothing it should not have.
            return;
        }

        void Complete(params Temporalio.Api.Command.V1.Command[] commands)
        {
            if (heart.State(run).TaskInFlight)
            {
                heart.Complete(run, commands);
            }
        }
    }

    private static void Check(Heart heart, Run run)
    {
        var (s, events) = (heart.State(run), heart.History(run));
        Assert.Equal(Enumerable.Range(1, events.Count).Select(i => (long)i), events.Select(e => e.EventId));
        Assert.Equal(s.NextEventId, events.Count + 1);
        Assert.Equal(s.HistorySize, events.Sum(e => (long)e.CalculateSize()));
        Assert.True(events.Count(e => Closings.Contains(e.EventType)) == (s.Open ? 0 : 1));
        if (!s.Open)
        {
            Assert.Contains(events[^1].EventType, Closings);
            Assert.Null(s.Task);
        }

        Assert.True(s.Buffer.IsEmpty || s.TaskInFlight);
        var scheduled = events.Where(e => e.EventType == EventType.ActivityTaskScheduled).Select(e => e.EventId).ToHashSet();
        Assert.All(events.Where(e => e.SubjectId() is { } id && e.EventType.ToString().StartsWith("Activity", StringComparison.Ordinal)), e => Assert.Contains(e.SubjectId()!.Value, scheduled));
        Assert.All(events.Where(e => e.StartedEventId() != 0), e => Assert.True(e.StartedEventId() < e.EventId));
        Assert.Equal(StateCodec.Write(s), StateCodec.Write(StateCodec.Read(StateCodec.Write(s))));
        if (s is { Open: true, Buffer.IsEmpty: true })
        {
            Recall(s, heart.Recall(run));
        }
    }

    /// <summary>What the history tells of the state is so.</summary>
    private static void Recall(RunState live, RunState told)
    {
        Assert.Equal(live.Activities.Values.Select(a => (a.ScheduledEventId, a.ActivityId, a.CancelRequested)), told.Activities.Values.Select(a => (a.ScheduledEventId, a.ActivityId, a.CancelRequested)));
        Assert.Equal(live.Timers.Values, told.Timers.Values);
        Assert.Equal(live.Children.Values, told.Children.Values);
        Assert.Equal((live.LastTaskStartedId, live.LastTaskCompletedId, live.SignalCount, live.CancelRequested), (told.LastTaskStartedId, told.LastTaskCompletedId, told.SignalCount, told.CancelRequested));
        Assert.Equal(Answered(live), Answered(told));
        if (live.Task is { Kind: WorkflowTaskKind.Normal } task)
        {
            Assert.Equal((task.ScheduledEventId, task.StartedEventId, task.StartedTime), (told.Task!.ScheduledEventId, told.Task.StartedEventId, told.Task.StartedTime));
        }
    }

    private static IEnumerable<(string, UpdateStage, long, long)> Answered(RunState s) => s.Updates.Values
        .Where(u => u.Stage is UpdateStage.Accepted or UpdateStage.Completed).OrderBy(u => u.Id).Select(u => (u.Id, u.Stage, u.AcceptedEventId, u.CompletedEventId));
}
