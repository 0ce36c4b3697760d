using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Host.Composition;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace FranceTravail.Parcours.Host.Tests.Web;

/// <summary>The web role alone, on a free port and an empty folder; its engine is away.</summary>
public sealed class WebFixture : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("parcours-web-").FullName;
    private RunningHost host = null!;

    public Uri Url { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var settings = new HostSettings
        {
            Roles = HostRoles.Web,
            DataDirectory = folder,
            Url = "http://127.0.0.1:0",
            TemporalAddress = "127.0.0.1:9",
            Patience = TimeSpan.FromSeconds(3),
            PartenairesAddress = new("http://127.0.0.1:9"),
        };
        host = await RunningHost.StartAsync(settings, new ConfigurationBuilder().Build(), CancellationToken.None);
        Url = new(host.Url!);
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    public string Dossier => folder;

    public IServiceProvider Services => host.Services;

    public Visiteur Visiteur() => new(Url);

    /// <summary>Puts rows in the case store, as projections do.</summary>
    public Task EcrireAsync(params object[] rows) => LireAsync(db =>
    {
        db.AddRange(rows);
        return db.SaveChangesAsync();
    });

    public async Task<T> LireAsync<T>(Func<DossiersDbContext, Task<T>> query)
    {
        await using var db = await host.Services.GetRequiredService<IDbContextFactory<DossiersDbContext>>().CreateDbContextAsync();
        return await query(db);
    }
}
