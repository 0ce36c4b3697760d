using System.CommandLine;
using FranceTravail.Parcours.Host.Composition;

namespace FranceTravail.Parcours.Host.Commandes;

/// <summary>What runs when no command is named: the roles of this process.</summary>
internal static class ServeCommand
{
    private static readonly Dictionary<string, HostRoles> Roles = new(StringComparer.OrdinalIgnoreCase)
    {
        ["all"] = HostRoles.All,
        ["engine"] = HostRoles.Engine,
        ["worker"] = HostRoles.Worker,
        ["web"] = HostRoles.Web,
        ["simulateurs"] = HostRoles.Simulateurs,
    };

    public static void Configure(RootCommand root, CommonOptions common)
    {
        var role = new Option<string>("--role") { Description = "Ce que fait ce processus.", DefaultValueFactory = _ => "all" };
        role.AcceptOnlyFromAmong(StringComparer.OrdinalIgnoreCase, [.. Roles.Keys]);
        var url = new Option<string?>("--url") { Description = $"Adresse des pages (sans elle : {HostSettings.DefaultUrl}).", HelpName = "URL" };
        url.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } text && !Reglages.Pages.Convient(text))
            {
                result.AddError($"--url : « {text} » ne convient pas : il faut {Reglages.Pages.Attendu}.");
            }
        });
        var sandbox = new Option<bool>("--sandbox") { Description = "Bac à sable : le temps est inventé, et des boutons l’avancent sur chaque page." };
        var nouveau = new Option<bool>("--nouveau-moteur") { Description = "Repart d’un moteur vide, là où le fichier du moteur est perdu sans sauvegarde." };
        root.Add(role);
        root.Add(url);
        root.Add(sandbox);
        root.Add(nouveau);
        root.SetAction(async (parsed, cancellationToken) =>
        {
            var settings = CommonOptions.Settings();
            var options = common.Read(parsed, settings) with
            {
                Roles = Roles[parsed.GetRequiredValue(role)],
                Url = parsed.GetValue(url) ?? (settings["Urls"] is { Length: > 0 } urls ? urls : HostSettings.DefaultUrl),
                Sandbox = parsed.GetValue(sandbox),
                NouveauMoteur = parsed.GetValue(nouveau),
            };
            return await HostRunner.RunAsync(options, settings, parsed.InvocationConfiguration.Error, cancellationToken);
        });
    }
}
