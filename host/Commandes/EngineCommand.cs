using System.CommandLine;
using FranceTravail.Parcours.Engine;
using FranceTravail.Parcours.Host.Composition;

namespace FranceTravail.Parcours.Host.Commandes;

/// <summary><c>engine backup|restore|verify|compact</c>: what operators do with the engine's file in the data folder.</summary>
internal static class EngineCommand
{
    public static Command Create(CommonOptions common)
    {
        var folder = new Argument<string>("FOLDER") { Description = "Where the backup lies." };
        var backup = Of("backup", "Copies the engine's file as it is at one moment, beside a running engine.", common, (file, parsed) => Done(() => Maintenance.Backup(file, parsed.GetValue(folder)!)), folder);
        var restore = Of("restore", "Puts a backup in the place of an engine's file that is not there.", common, (file, parsed) => Done(() => Maintenance.Restore(parsed.GetValue(folder)!, file)), folder);
        var verify = Of("verify", "Reads every run with its history, and says what does not fit.", common, (file, parsed) => Verify(file, parsed.InvocationConfiguration.Output));
        var compact = Of("compact", "Writes the engine's file anew without the room that deleted runs left; no engine may run on it.", common, (file, _) => Done(() => Maintenance.Compact(file)));
        return new Command("engine", "Looks after the engine's file.") { backup, restore, verify, compact };
    }

    private static Command Of(string name, string description, CommonOptions common, Func<string, ParseResult, int> act, params Argument[] arguments)
    {
        var command = new Command(name, description);
        foreach (var argument in arguments)
        {
            command.Add(argument);
        }

        command.SetAction(parsed =>
        {
            try
            {
                return act(Path.Combine(Path.GetFullPath(parsed.GetRequiredValue(common.Data)), EmbeddedEngine.DatabaseFile), parsed);
            }
            catch (MaintenanceException error)
            {
                throw new StartupRefusal(error.Message, error);
            }
        });
        return command;
    }

    private static int Done(Action action)
    {
        action();
        return ExitCodes.Ok;
    }

    private static int Verify(string file, TextWriter output)
    {
        var report = Maintenance.Verify(file);
        foreach (var fault in report.Faults)
        {
            output.WriteLine(fault);
        }

        output.WriteLine($"{report.Runs} runs, {report.Events} events: {(report.IsWhole ? "whole" : $"{report.Faults.Count} faults")}");
        return report.IsWhole ? ExitCodes.Ok : ExitCodes.Refusal;
    }
}
