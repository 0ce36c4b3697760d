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
        output.Write(Restes.Aggregate(said.ToString(), (text, rest) => text.Replace(rest.Anglais, rest.Francais, StringComparison.Ordinal)));
        return code;
    }
}
