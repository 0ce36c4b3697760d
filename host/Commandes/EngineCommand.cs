using System.CommandLine;
using FranceTravail.Parcours.Engine;
using FranceTravail.Parcours.Host.Composition;

namespace FranceTravail.Parcours.Host.Commandes;

/// <summary><c>engine backup|restore|verify|compact</c>: what operators do with the engine's file in the data folder.</summary>
internal static class EngineCommand
{
    public static Command Create(CommonOptions common)
    {
        var folder = new Argument<string>("DOSSIER") { Description = "Où se trouve la sauvegarde." };
        var backup = Of("backup", "Copie le fichier du moteur tel qu’il est à un instant, à côté d’un moteur qui tourne.", common, (file, parsed) => Done(() => Maintenance.Backup(file, parsed.GetValue(folder)!)), folder);
        var restore = Of("restore", "Met une sauvegarde à la place d’un fichier du moteur qui n’y est pas.", common, (file, parsed) => Done(() => Maintenance.Restore(parsed.GetValue(folder)!, file)), folder);
        var verify = Of("verify", "Lit chaque exécution avec son historique, et dit ce qui ne concorde pas.", common, (file, parsed) => Verify(file, parsed.InvocationConfiguration.Output));
        var compact = Of("compact", "Récrit le fichier du moteur sans la place qu’ont laissée les exécutions effacées ; aucun moteur ne doit tourner dessus.", common, (file, _) => Done(() => Maintenance.Compact(file)));
        return new Command("engine", "Prend soin du fichier du moteur.") { backup, restore, verify, compact };
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
                throw new StartupRefusal(SoinDuMoteur.Dire(error, Path.GetFullPath(parsed.GetRequiredValue(common.Data)), arguments.OfType<Argument<string>>().Select(a => parsed.GetValue(a)).FirstOrDefault()), error);
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
        foreach (var place in report.Places.Distinct())
        {
            output.WriteLine(SoinDuMoteur.Dire(place));
        }

        output.WriteLine(SoinDuMoteur.Dire(report));
        return report.IsWhole ? ExitCodes.Ok : ExitCodes.Refusal;
    }
}
