using FranceTravail.Parcours.Engine.Refusals;
using FranceTravail.Parcours.Engine.Tests.Support;
using Temporalio.Api.Command.V1;
using Temporalio.Api.Enums.V1;

namespace FranceTravail.Parcours.Engine.Tests.Runs;

public sealed class When_a_command_cannot_be_carried_out : IDisposable
{
    private static readonly string TooLong = new('x', 1001);

    private readonly Heart heart = new();

    public static TheoryData<string, Command> Refused => new()
    {
        { "ContinueAsNewWorkflowExecutionCommand TaskQueue: taskQueue length exceeds limit", ContinueAsNew(a => a.TaskQueue = new() { Name = TooLong }) },
        { "WorkflowType on ContinueAsNewWorkflowExecutionCommand exceeds length limit", ContinueAsNew(a => a.WorkflowType = new() { Name = TooLong }) },
        { "TimerId on StartTimerCommand exceeds length limit", Do.Timer(TooLong, 1) },
        { "activityId exceeds length limit", Do.Activity(TooLong) },
        { "WorkflowId on StartChildWorkflowExecutionCommand exceeds length limit", Do.Child(TooLong) },
        { "ScheduleNexusOperation is not built into this engine", new Command { CommandType = CommandType.ScheduleNexusOperation, ScheduleNexusOperationCommandAttributes = new() } },
    };

    public void Dispose() => heart.Dispose();

    [Theory]
    [MemberData(nameof(Refused))]
    public void Should_fail_the_task_with_its_cause_and_a_sentence(string sentence, Command command)
    {
        var run = heart.Start();
        Assert.Contains(sentence, Assert.Throws<Refusal>(() => heart.Work(run, command)).Message, StringComparison.Ordinal);
        var failed = heart.History(run).Single(e => e.EventType == EventType.WorkflowTaskFailed).WorkflowTaskFailedEventAttributes;
        Assert.Contains(sentence, failed.Failure.Message, StringComparison.Ordinal);
        Assert.NotEqual(WorkflowTaskFailedCause.Unspecified, failed.Cause);
        Assert.NotNull(heart.State(run).Task);
    }

    private static Command ContinueAsNew(Action<ContinueAsNewWorkflowExecutionCommandAttributes> change)
    {
        var command = Do.ContinueAsNew();
        change(command.ContinueAsNewWorkflowExecutionCommandAttributes);
        return command;
    }
}
