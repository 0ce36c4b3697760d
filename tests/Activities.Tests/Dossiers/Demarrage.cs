using System.Diagnostics;

namespace FranceTravail.Parcours.Activities.Tests.Dossiers;

/// <summary>The real program in a process of its own, on the way to open the case store of a folder.</summary>
internal sealed class Demarrage : IDisposable
{
    private const string Temoin = "dossiers.preparation";

    private readonly string chemin;
    private readonly FileSystemWatcher guet;
    private readonly TaskCompletionSource commence = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Process process;

    public Demarrage(DossierDeDonnees dossier)
    {
        chemin = dossier.Chemin;
        guet = new FileSystemWatcher(chemin, Temoin) { EnableRaisingEvents = true };
        guet.Created += (_, _) => commence.TrySetResult();
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "FranceTravail.Parcours.Host.dll"), "--role", "web", "--data", chemin, "--url", "http://127.0.0.1:0"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["Temporal__Address"] = "127.0.0.1:9";
        start.Environment["Dossiers__PostgreSql"] = dossier.Options.PostgreSql ?? "";
        process = Process.Start(start)!;
    }

    /// <summary>
    /// SIGKILL that long after the preparation of the store began. False when the store was ready before, and the process lived on.
    /// </summary>
    public async Task<bool> TuerAsync(TimeSpan apres)
    {
        await commence.Task.WaitAsync(TimeSpan.FromMinutes(1));

        // The moment of the kill is what is tried: nothing is waited for here.
        var debut = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(debut) < apres)
        {
            await Task.Delay(1);
        }

        var during = File.Exists(Path.Combine(chemin, Temoin));
        process.Kill();
        await process.WaitForExitAsync();
        return during;
    }

    /// <summary>Waits until pages are served; what the program said until then.</summary>
    public async Task<string> ServirAsync()
    {
        var said = "";
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            said += $"{line}\n";
            if (line.Contains("Pages on", StringComparison.Ordinal))
            {
                return said;
            }
        }

        throw new InvalidOperationException($"The program stopped: {said}{await process.StandardError.ReadToEndAsync()}");
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
            process.WaitForExit();
        }

        process.Dispose();
        guet.Dispose();
    }
}
