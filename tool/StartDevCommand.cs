using System.CommandLine;
using FranceTravail.Parcours.Engine;
using Microsoft.Extensions.Logging;

namespace FranceTravail.Parcours.Tool;

/// <summary><c>server start-dev</c>, with the options of Temporal's own development server that mean something here; the others are taken and left.</summary>
internal static class StartDevCommand
{
    public static Command Create()
    {
        var port = new Option<int>("--port", "-p") { Description = "Port of the service.", DefaultValueFactory = _ => 7233 };
        var ip = new Option<string>("--ip") { Description = "Address to listen on, a number or a name; beyond loopback it wants --tls-cert, --tls-key, and --api-key-file or --tls-client-ca.", DefaultValueFactory = _ => "127.0.0.1" };
        var file = new Option<string>("--db-filename", "-f") { Description = "File to keep; without it nothing is kept.", DefaultValueFactory = _ => "" };
        var namespaces = new Option<string[]>("--namespace", "-n") { Description = "Namespaces beside 'default'.", DefaultValueFactory = _ => [] };
        var attributes = new Option<string[]>("--search-attribute") { Description = "NAME=TYPE to be registered.", DefaultValueFactory = _ => [] };
        var settings = new Option<string[]>("--dynamic-config-value") { Description = "KEY=VALUE; limits are obeyed.", DefaultValueFactory = _ => [] };
        var level = new Option<string>("--log-level") { Description = "debug, info, warn, error or never.", DefaultValueFactory = _ => "warn" };
        var command = new Command("start-dev", "A development server, as the SDKs start it.") { port, ip, file, namespaces, attributes, settings, level };
        var access = new AccessOptions();
        access.AddTo(command);
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, _) => Serving.RunAsync(
            new EngineOptions
            {
                Address = $"{parsed.GetValue(ip)}:{parsed.GetValue(port)}",
                Access = access.Read(parsed),
                Namespaces = parsed.GetValue(namespaces)!,
                SearchAttributes = parsed.GetValue(attributes)!.Select(Pair).ToDictionary(a => a.Name, a => a.Value),
                Limits = DynamicLimits.Read(parsed.GetValue(settings)!.Select(Pair)),
            },
            parsed.GetValue(file)!,
            LevelOf(parsed.GetValue(level)!)));
        return command;
    }

    private static (string Name, string Value) Pair(string text) => text.Split('=', 2) is [var name, var value] ? (name, value) : throw new ArgumentException($"'{text}' is not NAME=VALUE.");

    private static LogLevel LevelOf(string name) => name switch
    {
        "debug" => LogLevel.Debug,
        "info" => LogLevel.Information,
        "error" => LogLevel.Error,
        "never" => LogLevel.None,
        _ => LogLevel.Warning,
    };
}
