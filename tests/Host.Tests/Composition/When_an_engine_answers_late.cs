using System.Net;
using System.Net.Sockets;
using FranceTravail.Parcours.Host.Commandes;
using FranceTravail.Parcours.Host.Composition;
using FranceTravail.Parcours.Host.Parcours;
using FranceTravail.Parcours.Host.Tests.Imports;
using FranceTravail.Parcours.Host.Tests.Parcours;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace FranceTravail.Parcours.Host.Tests.Composition;

/// <summary>Pages and workers that were there before their engine, when another one answers in its place.</summary>
public sealed class When_an_engine_answers_late : IDisposable
{
    private static readonly IConfiguration Settings = new ConfigurationBuilder().Build();

    private readonly string folder = Directory.CreateTempSubdirectory("parcours-tard-").FullName;
    private readonly string address = $"127.0.0.1:{FreePort()}";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Should_ask_nothing_of_the_engine_of_another_store_and_stop()
    {
        await LierAilleursAsync();
        await using var web = await RunningHost.StartAsync(Pages(), Settings, Stop);
        var journeys = web.Services.GetRequiredService<JourneyClient>();
        await using var engine = await MoteurAsync();
        Assert.IsType<ReponseMoteur.SansReponse>(await journeys.DemarrerAsync(ProduitEntier.UnDossier(), Stop));
        await ProduitEntier.JusquaAsync(() => Task.FromResult(web.Fatal is ArretFatal));
        Assert.Contains("Le moteur connaît des parcours (1), et la base des dossiers est vide", web.Fatal!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_be_tied_to_a_new_engine_by_its_first_act()
    {
        await using var web = await RunningHost.StartAsync(Pages(), Settings, Stop);
        var lien = web.Services.GetRequiredService<LienMoteur>();
        Assert.False(lien.Tenu);
        await using var engine = await MoteurAsync();
        var answer = await web.Services.GetRequiredService<JourneyClient>().DemarrerAsync(ProduitEntier.UnDossier(), Stop);
        Assert.True(answer is ReponseMoteur.Fait, answer.Phrase);
        Assert.True(lien.Tenu);
    }

    [Fact]
    public async Task Should_not_start_a_worker_that_cannot_look_first()
    {
        var refused = await Assert.ThrowsAsync<StartupRefusal>(() => RunningHost.StartAsync(Pages() with { Roles = HostRoles.Worker }, Settings, Stop));
        Assert.StartsWith("Le moteur ne répond pas à", refused.Message, StringComparison.Ordinal);
    }

    private HostSettings Pages() =>
        new() { Roles = HostRoles.Web, DataDirectory = Path.Combine(folder, "web"), Url = "http://127.0.0.1:0", EngineAddress = address };

    private Task<RunningHost> MoteurAsync() =>
        RunningHost.StartAsync(new() { Roles = HostRoles.Engine, DataDirectory = Path.Combine(folder, "moteur"), EngineAddress = address }, Settings, Stop);

    /// <summary>An import from elsewhere ties the engine to another store.</summary>
    private async Task LierAilleursAsync()
    {
        await using var engine = await MoteurAsync();
        var file = Path.Combine(folder, "flux.csv");
        await File.WriteAllLinesAsync(file, [Fichiers.Entete, Fichiers.Bonne], Stop);
        using var said = new StringWriter();
        Assert.True(await HostCommandLine.RunAsync(["importer", file, "--data", Path.Combine(folder, "autre"), "--engine-address", address], said, said) == 0, said.ToString());
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
