using System.Globalization;
using Serilog;
using Serilog.Events;
using Serilog.Formatting.Compact;

namespace FranceTravail.Parcours.Host.Composition;

/// <summary>
/// Logs of the process: one line a fact on the console, JSON with the whole of each exception in the data folder. No personal data: requests are not logged with their query,
/// SQL is not logged, and our own messages carry identifiers of dossiers only.
/// </summary>
internal static class Logging
{
    public static Serilog.Core.Logger Create(HostSettings options, IConfiguration settings, bool console = true) => new LoggerConfiguration()
        .MinimumLevel.Information()
        .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
        // A failed start is said by the refusal; a failed background service is fatal, and logged as such by us.
        .MinimumLevel.Override("Microsoft.Extensions.Hosting.Internal.Host", LevelAlias.Off)
        .MinimumLevel.Override("System.Net.Http.HttpClient", LogEventLevel.Warning)
        // Each attempt of each call: who called says what came of it.
        .MinimumLevel.Override("Polly", LogEventLevel.Fatal)
        .MinimumLevel.Override("Temporalio", LogEventLevel.Warning)
        .MinimumLevel.Override("Grpc", LogEventLevel.Warning)
        // A token that cannot be read is answered by a page.
        .MinimumLevel.Override("Microsoft.AspNetCore.Antiforgery", LogEventLevel.Fatal)
        // Its own keys in a folder of our own: the framework's advice to encrypt them at rest does not apply to a loopback host.
        .MinimumLevel.Override("Microsoft.AspNetCore.DataProtection", LogEventLevel.Error)
        .Filter.ByExcluding(RepeatedFailures.Superfluous)
        .ReadFrom.Configuration(settings)
        .WriteTo.Conditional(_ => console, sink => sink.Console(outputTemplate: "{Timestamp:HH:mm:ss} {Level:u3} {Message:lj}{NewLine}", formatProvider: CultureInfo.InvariantCulture))
        .WriteTo.File(new CompactJsonFormatter(), Path.Combine(options.DataDirectory, "journaux", "parcours-.json"),
            rollingInterval: RollingInterval.Day, retainedFileCountLimit: 31, rollOnFileSizeLimit: true, shared: true)
        .CreateLogger();
}
