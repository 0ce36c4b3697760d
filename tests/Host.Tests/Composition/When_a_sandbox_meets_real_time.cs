using FranceTravail.Parcours.Host.Composition;
using FranceTravail.Parcours.Outils;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace FranceTravail.Parcours.Host.Tests.Composition;

public sealed class When_a_sandbox_meets_real_time : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("parcours-temps-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData(true, "est celui d’un bac à sable")]
    [InlineData(false, "est réel")]
    public async Task Should_leave_the_folder_of_the_other_alone(bool first, string phrase)
    {
        await LancerAsync("donnees", first, HostRoles.Engine);
        Assert.Contains(phrase, (await Assert.ThrowsAsync<StartupRefusal>(() => LancerAsync("donnees", !first, HostRoles.Engine))).Message, StringComparison.Ordinal);
        await LancerAsync("donnees", first, HostRoles.Engine);
    }

    [Theory]
    [InlineData(true, "est celle d’un bac à sable")]
    [InlineData(false, "est réelle")]
    public async Task Should_leave_the_store_of_the_other_alone_whatever_the_folder(bool first, string phrase)
    {
        var connection = await ServeurPostgreSql.NouvelleBaseAsync();
        await LancerAsync("un", first, HostRoles.Engine | HostRoles.Web, connection);
        Assert.Contains(phrase, (await Assert.ThrowsAsync<StartupRefusal>(() => LancerAsync("deux", !first, HostRoles.Engine | HostRoles.Web, connection))).Message, StringComparison.Ordinal);
        await LancerAsync("un", first, HostRoles.Engine | HostRoles.Web, connection);
        await ServeurPostgreSql.SupprimerAsync(connection);
    }

    private async Task LancerAsync(string name, bool sandbox, HostRoles roles, string? connection = null)
    {
        var settings = new HostSettings
        {
            Roles = roles,
            Sandbox = sandbox,
            DataDirectory = Path.Combine(folder, name),
            EngineAddress = "127.0.0.1:0",
            Url = "http://127.0.0.1:0",
            PostgreSql = connection,
            PartenairesAddress = new("http://127.0.0.1:9"),
        };
        await using var host = await RunningHost.StartAsync(settings, new ConfigurationBuilder().Build(), TestContext.Current.CancellationToken);
        Assert.NotNull(host.EngineAddress);
    }
}
