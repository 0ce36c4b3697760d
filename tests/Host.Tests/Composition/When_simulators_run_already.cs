using FranceTravail.Parcours.Host.Composition;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace FranceTravail.Parcours.Host.Tests.Composition;

public sealed class When_simulators_run_already : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("parcours-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Should_refuse_a_second_one_on_the_same_folder_until_the_first_ends()
    {
        await using (await StartAsync())
        {
            var refused = await Assert.ThrowsAsync<StartupRefusal>(StartAsync);
            Assert.Contains("Des simulateurs tournent déjà", refused.Message, StringComparison.Ordinal);
        }

        await (await StartAsync()).DisposeAsync();
    }

    private Task<RunningHost> StartAsync() => RunningHost.StartAsync(
        new() { Roles = HostRoles.Simulateurs, DataDirectory = folder, SimulateursAddress = "127.0.0.1:0" }, new ConfigurationBuilder().Build(), TestContext.Current.CancellationToken);
}
