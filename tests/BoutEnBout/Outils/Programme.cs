using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace FranceTravail.Parcours.BoutEnBout.Outils;

/// <summary>The real program in its own process, on free ports and a folder of its own.</summary>
internal sealed partial class Programme : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly string Dll = Path.Combine(AppContext.BaseDirectory, "FranceTravail.Parcours.Host.dll");

    private readonly Process process;
    private readonly ConcurrentQueue<string> output = new();
    private readonly TaskCompletionSource<Uri> url = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Programme(string directory, IEnumerable<string> options)
    {
        Directory = directory;
        string[] arguments =
        [
            Dll, "--data", directory, "--url", "http://127.0.0.1:0", "--engine-address", "127.0.0.1:0", .. options,
        ];
        process = new Process { StartInfo = new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true } };
        process.OutputDataReceived += (_, line) => Read(line.Data);
        process.ErrorDataReceived += (_, line) => Read(line.Data);
        process.EnableRaisingEvents = true;
        process.Exited += (_, _) => url.TrySetException(new InvalidOperationException($"The program stopped: {Output}"));
    }

    public string Directory { get; }

    public Uri Url => url.Task.Result;

    /// <summary>It ended by itself.</summary>
    public bool Stopped => process.HasExited;

    public string Output => string.Join('\n', output);

    /// <summary>Starts it and waits until it serves pages.</summary>
    public static async Task<Programme> StartAsync(string directory, params string[] options)
    {
        var program = Launch(directory, options);
        await program.url.Task.WaitAsync(Patience);
        return program;
    }

    /// <summary>Starts it, and does not wait.</summary>
    public static Programme Launch(string directory, params string[] options)
    {
        var program = new Programme(directory, options);
        program.process.Start();
        program.process.BeginOutputReadLine();
        program.process.BeginErrorReadLine();
        return program;
    }

    /// <summary>Runs a command beside the program, on the same folder, and gives what it said.</summary>
    public async Task<string> CommandeAsync(params string[] arguments)
    {
        var (code, said, complained) = await TenterAsync(arguments);
        return code == 0 ? said : throw new InvalidOperationException($"{arguments[0]} answered {code}: {complained}");
    }

    /// <summary>The same for a command that may be refused: gives its exit code, what it said and what it complained of.</summary>
    public async Task<(int Code, string Said, string Complained)> TenterAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Dll, .. arguments, "--data", Directory]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var command = Process.Start(start)!;
        var complained = command.StandardError.ReadToEndAsync();
        var said = await command.StandardOutput.ReadToEndAsync();
        await command.WaitForExitAsync();
        return (command.ExitCode, said, await complained);
    }

    /// <summary>SIGKILL: nothing is written, nothing is said.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            await KillAsync();
        }

        process.Dispose();
    }

    private void Read(string? line)
    {
        if (line is null)
        {
            return;
        }

        output.Enqueue(line);
        if (PagesOn().Match(line) is { Success: true } match)
        {
            url.TrySetResult(new(match.Groups[1].Value));
        }
    }

    [GeneratedRegex("Pages on (http://[^ ]+)")]
    private static partial Regex PagesOn();
}
