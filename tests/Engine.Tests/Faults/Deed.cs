using FranceTravail.Parcours.Engine.Runs.Activities;
using FranceTravail.Parcours.Engine.Runs.Closing;
using FranceTravail.Parcours.Engine.Runs.Reset;
using FranceTravail.Parcours.Engine.Runs.Schedules;
using FranceTravail.Parcours.Engine.Runs.Signals;
using FranceTravail.Parcours.Engine.Runs.Starting;
using FranceTravail.Parcours.Engine.Runs.Updates;
using FranceTravail.Parcours.Engine.Runs.WorkflowTasks;
using FranceTravail.Parcours.Engine.Tests.Support;
using FranceTravail.Parcours.Engine.Writing;
using Google.Protobuf;
using Temporalio.Api.Command.V1;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.WorkflowService.V1;

namespace FranceTravail.Parcours.Engine.Tests.Faults;

/// <summary>One kind of transaction: what it finds, and what it does.</summary>
internal sealed record Deed(string Name, Action<Heart> Prepare, Action<UnitOfWork> Act)
{
    public static readonly IReadOnlyList<Deed> All =
    [
        new("start", _ => { }, unit => Start(unit, "new")),
        new("signal", heart => heart.Start(), unit => unit.Apply(Key(unit), new Signal("s", null, "client", "request", null))),
        new("large signal", heart => heart.Start(), unit => unit.Apply(Key(unit), new Signal("s", new Payloads { Payloads_ = { new Payload { Data = ByteString.CopyFrom(new byte[30_000]) } } }, "client", "", null))),
        new("task begins", heart => heart.Start(), unit => unit.Apply(Key(unit), new StartWorkflowTask(unit.Current("default", "w")!.State.Task!.Serial, null, "worker"))),
        new("commands", heart => heart.Poll(heart.Start()), unit => Complete(unit, "w", Do.Activity("a"), Do.Timer("t", 60), Do.Child("child"), Do.Signal("nobody"))),
        new("activity ends", heart => heart.Work(heart.Start(), Do.Activity("a")), unit => unit.Apply(Key(unit), new CompleteActivity(new ActivityRef(0, 0, "a"), null, "worker"))),
        new("child ends", Family, unit => Complete(unit, "child", Do.Complete())),
        new("parent ends", Family, unit => unit.Apply(Key(unit), new Terminate("", null, ""))),
        new("continue as new", heart => heart.Poll(heart.Start()), unit => Complete(unit, "w", Do.ContinueAsNew())),
        new("update", heart => heart.Start(), unit => unit.Apply(Key(unit), new AdmitUpdate(new() { Meta = new() { UpdateId = "u" }, Input = new() { Name = "n" } }))),
        new("cancel", heart => heart.Start(), unit => unit.Apply(Key(unit), new RequestCancel("", ""))),
        new("reset", heart => heart.Work(heart.Start(), Do.Timer("t", 60)), unit => new ResetWorkflow("r", 4, "request", ReapplyEvents.Of(ResetReapplyType.Unspecified, []), []).Begin(unit, unit.Current("default", "w")!)),
        new("delete", heart => heart.Work(heart.Start(), Do.Activity("a"), Do.Timer("t", 60)), unit => unit.TerminateAndDelete(unit.Current("default", "w")!)),
        new("schedule", _ => { }, unit => CreateSchedule.Begin(unit, new CreateScheduleRequest
        {
            Namespace = "default",
            ScheduleId = "s",
            Schedule = ScheduleCheck.Canonical(Schedules.ScheduledHeart.Given(null, ScheduleOverlapPolicy.Unspecified, null), "default", unit.Limits, unit.Catalog),
        })),
    ];

    public override string ToString() => Name;

    public static void Start(UnitOfWork unit, string id) => StartWorkflow.Begin(unit, new StartWorkflowExecutionRequest
    {
        Namespace = "default",
        WorkflowId = id,
        WorkflowType = new() { Name = "Type" },
        TaskQueue = new() { Name = "queue" },
        RequestId = "request-" + id,
    });

    private static Engine.Runs.RunKey Key(UnitOfWork unit) => unit.Current("default", "w")!.Key;

    private static void Complete(UnitOfWork unit, string id, params Command[] commands)
    {
        var run = unit.Current("default", id)!;
        unit.Apply(run.Key, new CompleteWorkflowTask(run.State.Task!.Serial, new RespondWorkflowTaskCompletedRequest { Identity = "worker", Commands = { commands } }));
    }

    private static void Family(Heart heart)
    {
        heart.Work(heart.Start(), Do.Child("child"));
        heart.Poll(heart.Current("child"));
    }
}
