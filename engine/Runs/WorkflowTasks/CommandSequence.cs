using FranceTravail.Parcours.Engine.Refusals;
using Temporalio.Api.Command.V1;
using Temporalio.Api.Enums.V1;

namespace FranceTravail.Parcours.Engine.Runs.WorkflowTasks;

/// <summary>Refuses completions whose commands make no sense together; nothing is written then and the task stays in flight.</summary>
internal static class CommandSequence
{
    public static void Check(IReadOnlyList<Command> commands, INamespaceCatalog catalog)
    {
        for (var i = 0; i < commands.Count; i++)
        {
            var command = commands[i];
            if (!Enum.IsDefined(command.CommandType) || command.CommandType == CommandType.Unspecified)
            {
                throw Errors.Invalid($"unknown command type: {command.CommandType}");
            }

            if (Closes(command.CommandType) && i < commands.Count - 1)
            {
                throw Errors.Invalid($"invalid command sequence: [{string.Join(", ", commands.Select(c => c.CommandType))}], command {command.CommandType} must be the last command.");
            }

            var target = command.AttributesCase switch
            {
                Command.AttributesOneofCase.StartChildWorkflowExecutionCommandAttributes => command.StartChildWorkflowExecutionCommandAttributes.Namespace,
                Command.AttributesOneofCase.SignalExternalWorkflowExecutionCommandAttributes => command.SignalExternalWorkflowExecutionCommandAttributes.Namespace,
                Command.AttributesOneofCase.RequestCancelExternalWorkflowExecutionCommandAttributes => command.RequestCancelExternalWorkflowExecutionCommandAttributes.Namespace,
                _ => "",
            };
            if (target.Length > 0 && !catalog.Exists(target))
            {
                throw Errors.NamespaceUnknown(target);
            }
        }
    }

    private static bool Closes(CommandType type) => type is
        CommandType.CompleteWorkflowExecution or CommandType.FailWorkflowExecution
        or CommandType.CancelWorkflowExecution or CommandType.ContinueAsNewWorkflowExecution;
}
