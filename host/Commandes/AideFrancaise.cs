using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace FranceTravail.Parcours.Host.Commandes;

/// <summary>The library's help, with the words that its French leaves in English.</summary>
internal sealed class AideFrancaise(HelpAction help) : SynchronousCommandLineAction
{
    private static readonly (string Anglais, string Francais)[] Restes = [("Description:", "Description :"), ("[default: ", "[par défaut : "), ("[command]", "[commande]")];

    /// <summary>Puts it in the place of the library's, for every command.</summary>
    public static void Poser(RootCommand root)
    {
        var option = root.Options.OfType<HelpOption>().Single();
        option.Description = "Montre cette aide.";
        option.Action = new AideFrancaise((HelpAction)option.Action!);
    }

    /// <summary>Who asks for help need not have written the rest.</summary>
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var output = parseResult.InvocationConfiguration.Output;
        using var said = new StringWriter();
        parseResult.InvocationConfiguration.Output = said;
        var code = help.Invoke(parseResult);
        parseResult.InvocationConfiguration.Output = output;
        output.Write(Restes.Aggregate(Facultatifs(said.ToString(), parseResult.CommandResult.Command), (text, rest) => text.Replace(rest.Anglais, rest.Francais, StringComparison.Ordinal)));
        return code;
    }

    /// <summary>The library's list of commands shows what may be left out like what may not; its line of usage does not, and is followed here.</summary>
    private static string Facultatifs(string text, Command command)
    {
        var rows = command.Subcommands.Select(c => (Said: Ligne(c, a => $"<{a.Name}>"), Right: Ligne(c, Argument))).ToList();
        var room = rows.Select(r => r.Right.Length - r.Said.Length).DefaultIfEmpty().Max();
        return room == 0 ? text : rows.Aggregate(text, (all, row) => all.Replace($"\n{row.Said} ", $"\n{row.Right}{new string(' ', room - (row.Right.Length - row.Said.Length))} ", StringComparison.Ordinal));
    }

    private static string Ligne(Command command, Func<Argument, string> say) => $"  {string.Join(' ', [command.Name, .. command.Arguments.Select(say)])}";

    private static string Argument(Argument argument) => argument.Arity.MinimumNumberOfValues > 0 ? $"<{argument.Name}>" : $"[<{argument.Name}>...]";
}
