using System.Diagnostics;
using FranceTravail.Parcours.Engine.Tests.Support;

namespace FranceTravail.Parcours.Engine.Tests.Contract;

/// <summary>The test environments of the TypeScript SDK on the packaged tool. It downloads the SDK, and is run when it is asked for.</summary>
[Collection(Alone.Name)]
public sealed class When_the_TypeScript_SDK_starts_the_engine_itself(ITestOutputHelper output) : IDisposable
{
    private static readonly string Tool = Path.Combine(AppContext.BaseDirectory, "parcours-engine");
    private static readonly string Sources = Path.Combine(AppContext.BaseDirectory, "Contract", "TypeScript");

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("typescript");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact(Explicit = true)]
    public async Task Should_run_workflows_in_both_of_its_environments()
    {
        foreach (var file in Directory.GetFiles(Sources))
        {
            File.Copy(file, Path.Combine(folder.FullName, Path.GetFileName(file)));
        }

        await RunAsync("npm", "ci", "--no-audit", "--no-fund");
        await RunAsync("node", "environments.mjs", Tool);
    }

    private async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder.FullName, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        output.WriteLine(string.Concat(said));
        Assert.Equal(0, process.ExitCode);
    }
}
