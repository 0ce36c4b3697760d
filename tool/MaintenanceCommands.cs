using System.CommandLine;
using FranceTravail.Parcours.Engine;

namespace FranceTravail.Parcours.Tool;

/// <summary><c>backup</c>, <c>restore</c>, <c>verify</c> and <c>compact</c> of a database file.</summary>
internal static class MaintenanceCommands
{
    public static IEnumerable<Command> Create()
    {
        var file = new Option<string>("--db-filename", "-f") { Description = "The database file.", Required = true };
        var folder = new Argument<string>("FOLDER") { Description = "Where the backup lies." };

        var backup = new Command("backup", "Copies the file as it is at one moment, beside a running service: the first time all of it, then what changed.") { folder, file };
        backup.SetAction(parsed => Maintenance.Backup(parsed.GetValue(file)!, parsed.GetValue(folder)!));
        yield return backup;

        var restore = new Command("restore", "Puts a backup in the place of a file that is not there.") { folder, file };
        restore.SetAction(parsed => Maintenance.Restore(parsed.GetValue(folder)!, parsed.GetValue(file)!));
        yield return restore;

        var verify = new Command("verify", "Reads every run with its history, and says what does not fit. Exit code 0 only when all does.") { file };
        verify.SetAction(parsed => Verify(parsed.GetValue(file)!, parsed.InvocationConfiguration.Output));
        yield return verify;

        var compact = new Command("compact", "Writes the file anew without the room that deleted runs left; no service may run on it.") { file };
        compact.SetAction(parsed => Maintenance.Compact(parsed.GetValue(file)!));
        yield return compact;
    }

    private static int Verify(string file, TextWriter output)
    {
        var report = Maintenance.Verify(file);
        foreach (var fault in report.Faults)
        {
            output.WriteLine(fault);
        }

        output.WriteLine($"{report.Runs} runs, {report.Events} events: {(report.IsWhole ? "whole" : $"{report.Faults.Count} faults")}");
        return report.IsWhole ? 0 : 1;
    }
}
