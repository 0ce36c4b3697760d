using System.Diagnostics;
using FranceTravail.Parcours.Engine.Tests.Support;

namespace FranceTravail.Parcours.Engine.Tests.Starting;

[Collection(Alone.Name)]
public sealed class When_the_tool_is_started_wrongly
{
    [Theory]
    [InlineData("server start-dev --ip 0.0.0.0 --port 7233", "wants a certificate")]
    [InlineData("server start-dev --search-attribute Mine", "is not NAME=VALUE")]
    [InlineData("verify --db-filename /no/such/file", "There is no database file")]
    public async Task Should_say_so_in_one_line_and_end_with_1(string arguments, string said)
    {
        using var process = Process.Start(new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "parcours-engine"), arguments) { RedirectStandardError = true })!;
        var error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(1, process.ExitCode);
        Assert.Contains(said, error, StringComparison.Ordinal);
        Assert.Single(error.Trim().Split('\n'));
    }
}
