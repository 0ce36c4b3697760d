using Xunit;

namespace FranceTravail.Parcours.BoutEnBout.Outils;

/// <summary>A sandbox for the tests of one class.</summary>
public sealed class BacASable : IAsyncLifetime
{
    private readonly string directory = Directory.CreateTempSubdirectory("parcours-bout-").FullName;

    internal Programme Programme { get; private set; } = null!;

    public Uri Url => Programme.Url;

    public async ValueTask InitializeAsync() => Programme = await Programme.StartAsync(directory, "--sandbox");

    public async ValueTask DisposeAsync()
    {
        await Programme.DisposeAsync();
        Directory.Delete(directory, recursive: true);
    }

    /// <summary>Stops the program as a power cut would, and starts it again on the same folder.</summary>
    internal async Task RestartAsync()
    {
        await Programme.DisposeAsync();
        Programme = await Programme.StartAsync(directory, "--sandbox");
    }
}
