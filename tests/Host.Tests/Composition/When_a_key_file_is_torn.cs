using System.Net;
using FranceTravail.Parcours.Host.Composition;
using FranceTravail.Parcours.Host.Tests.Web;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace FranceTravail.Parcours.Host.Tests.Composition;

/// <summary>A power cut during the first start: the file of the cookies' key is there, and empty.</summary>
public sealed class When_a_key_file_is_torn : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("parcours-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("")]
    [InlineData("<?xml version=\"1.0\"?><key id=\"")]
    public async Task Should_put_it_aside_and_go_on_with_a_new_one(string content)
    {
        var keys = Directory.CreateDirectory(Path.Combine(folder, "cles")).FullName;
        await File.WriteAllTextAsync(Path.Combine(keys, "key-0b0f8e0c-3a4e-4d37-9c58-9f6d8f6a8a11.xml"), content, TestContext.Current.CancellationToken);
        await using (var host = await StartAsync())
        {
            using var visitor = new Visiteur(new(host.Url!));
            Assert.Equal(HttpStatusCode.Redirect, (await visitor.EntrerAsync("conseiller", Dossiers.Counsellor)).StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/ma-journee")).StatusCode);
        }

        var files = Directory.EnumerateFiles(keys).Select(Path.GetExtension).Order().ToList();
        Assert.Equal([".illisible", ".xml"], files);
    }

    [Fact]
    public async Task Should_open_the_same_session_after_a_restart()
    {
        using var cookies = await EnterAsync();
        await using var again = await StartAsync();
        Assert.Single(Directory.EnumerateFiles(Path.Combine(folder, "cles"), "*.xml"));
        using var later = cookies.Ailleurs(new(again.Url!));
        Assert.Equal(HttpStatusCode.OK, (await later.GetAsync("/ma-journee")).StatusCode);
    }

    private async Task<Visiteur> EnterAsync()
    {
        await using var host = await StartAsync();
        var visitor = new Visiteur(new(host.Url!));
        await visitor.EntrerAsync("conseiller", Dossiers.Counsellor);
        return visitor;
    }

    private Task<RunningHost> StartAsync() => RunningHost.StartAsync(
        new() { Roles = HostRoles.Web, DataDirectory = folder, Url = "http://127.0.0.1:0", TemporalAddress = "127.0.0.1:9", PartenairesAddress = new("http://127.0.0.1:9") },
        new ConfigurationBuilder().Build(),
        CancellationToken.None);
}
