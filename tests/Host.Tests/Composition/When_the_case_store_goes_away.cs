using FranceTravail.Parcours.Host.Commandes;
using FranceTravail.Parcours.Host.Composition;
using FranceTravail.Parcours.Host.Tests.Parcours;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace FranceTravail.Parcours.Host.Tests.Composition;

public sealed class When_the_case_store_goes_away(RouteFixture route) : IClassFixture<RouteFixture>, IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("parcours-").FullName;

    public void Dispose()
    {
        foreach (var left in (string[])[folder, folder + "-ailleurs"])
        {
            if (Directory.Exists(left))
            {
                Directory.Delete(left, recursive: true);
            }
        }
    }

    [Theory]
    [InlineData("deleted", "a disparu pendant que le programme tournait")]
    [InlineData("replaced", "a été remplacée pendant que le programme tournait")]
    [InlineData("cut", "est abîmée")]
    [InlineData("emptied", "a été vidée")]
    public async Task Should_stop_with_a_code_of_its_own_and_one_French_sentence(string how, string phrase)
    {
        using var error = new StringWriter();
        var settings = new HostSettings { Roles = HostRoles.Web, DataDirectory = folder, Url = "http://127.0.0.1:0", TemporalAddress = "127.0.0.1:9" };
        var running = HostRunner.RunAsync(settings, new ConfigurationBuilder().Build(), error, TestContext.Current.CancellationToken);
        var store = new FileInfo(Path.Combine(folder, "dossiers.db"));
        while (store is not { Exists: true, Length: > 0 } && !running.IsCompleted)
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
            store.Refresh();
        }

        await Task.WhenAny(running, LockFreeAsync());
        if (how == "cut")
        {
            // What was in the journal alone is put into the file, and the guard has seen it there.
            await using (var other = new SqliteConnection($"Data Source={store.FullName};Pooling=false"))
            {
                await other.OpenAsync(TestContext.Current.CancellationToken);
                await using var checkpoint = other.CreateCommand();
                checkpoint.CommandText = "PRAGMA wal_checkpoint(PASSIVE)";
                await checkpoint.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
            }

            await Task.Delay(TimeSpan.FromSeconds(2), TestContext.Current.CancellationToken);
            await using var file = store.Open(FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
            file.SetLength(4096);
        }
        else if (how == "emptied")
        {
            await using var file = store.Open(FileMode.Truncate, FileAccess.Write, FileShare.ReadWrite);
        }
        else if (how == "replaced")
        {
            File.Copy(store.FullName, store.FullName + ".copie");
            File.Move(store.FullName + ".copie", store.FullName, overwrite: true);
        }
        else
        {
            store.Delete();
        }

        Assert.Equal(ExitCodes.Fatal, await running.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
        Assert.Contains(phrase, Assert.Single(error.ToString().Trim().Split('\n')), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(nameof(HostRoles.Engine), false)]
    [InlineData(nameof(HostRoles.All), false)]
    [InlineData(nameof(HostRoles.All), true)]
    public async Task Should_stop_alike_when_the_file_of_the_engine_goes_away(string roles, bool withItsFolder)
    {
        using var error = new StringWriter();
        var settings = new HostSettings { Roles = Enum.Parse<HostRoles>(roles), DataDirectory = folder, EngineAddress = "127.0.0.1:0", Url = "http://127.0.0.1:0" };
        var running = HostRunner.RunAsync(settings, new ConfigurationBuilder().Build(), error, TestContext.Current.CancellationToken);
        while (!running.IsCompleted && (!Directory.Exists(Path.Combine(folder, "journaux")) || !Directory.EnumerateFiles(Path.Combine(folder, "journaux")).Any(f => Contains(f, roles == nameof(HostRoles.All) ? "Pages on" : "Engine on"))))
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        if (withItsFolder)
        {
            Directory.Move(folder, folder + "-ailleurs");
        }
        else
        {
            File.Move(Path.Combine(folder, EmbeddedEngine.DatabaseFile), Path.Combine(folder, "ailleurs"));
        }

        Assert.Equal(ExitCodes.Fatal, await running.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken));

        // With its folder the store went too: who looks first says so, and nothing is said twice.
        Assert.Matches(withItsFolder ? "^(Le fichier du moteur|La base des dossiers) " : "^Le fichier du moteur ", Assert.Single(error.ToString().Trim().Split('\n')));
    }

    [Fact]
    public async Task Should_not_start_on_an_empty_store_beside_journeys()
    {
        await route.OuvrirAsync();
        var settings = new HostSettings { Roles = HostRoles.Web, DataDirectory = folder, Url = "http://127.0.0.1:0", TemporalAddress = route.Route.Address };
        var refused = await Assert.ThrowsAsync<StartupRefusal>(() => RunningHost.StartAsync(settings, new ConfigurationBuilder().Build(), TestContext.Current.CancellationToken));
        Assert.Contains("Le moteur connaît des parcours", refused.Message, StringComparison.Ordinal);

        // Nothing stands where the true one has to be put back.
        Assert.Equal(["dossiers.verrou"], Directory.EnumerateFiles(folder, "dossiers.*").Select(Path.GetFileName));
    }

    [Fact]
    public async Task Should_make_no_engine_where_one_is_gone()
    {
        var settings = new HostSettings { DataDirectory = folder, EngineAddress = "127.0.0.1:0", Url = "http://127.0.0.1:0" };
        await StartAsync();
        Move(folder, folder + "-ailleurs", "moteur.db*");
        await RefuseAsync("où un moteur a tourné", HostRoles.All, HostRoles.Engine);
        Move(folder, folder + "-ailleurs", "moteur.identite");
        await RefuseAsync("La base des dossiers a travaillé avec un moteur", HostRoles.All, HostRoles.Engine);
        Move(folder + "-ailleurs", folder, "*");
        await StartAsync();

        async Task StartAsync()
        {
            await using var host = await RunningHost.StartAsync(settings, new ConfigurationBuilder().Build(), TestContext.Current.CancellationToken);
        }

        async Task RefuseAsync(string phrase, params HostRoles[] roles)
        {
            foreach (var role in roles)
            {
                var refused = await Assert.ThrowsAsync<StartupRefusal>(() => RunningHost.StartAsync(settings with { Roles = role }, new ConfigurationBuilder().Build(), TestContext.Current.CancellationToken));
                Assert.Contains(phrase, refused.Message, StringComparison.Ordinal);
                Assert.Empty(Directory.EnumerateFiles(folder, "moteur.db*"));
            }
        }
    }

    /// <summary>What the sentence of a lost engine says, to the end; and what belonged to the lost one is kept.</summary>
    [Fact]
    public async Task Should_begin_again_with_an_empty_engine_where_that_is_asked_for()
    {
        var settings = new HostSettings { DataDirectory = folder, EngineAddress = "127.0.0.1:0", Url = "http://127.0.0.1:0" };
        await using (await StartAsync(settings))
        {
            Assert.Contains("ne sert que là où il est perdu", (await Assert.ThrowsAsync<StartupRefusal>(() => StartAsync(settings with { NouveauMoteur = true }))).Message, StringComparison.Ordinal);
        }

        File.Delete(Path.Combine(folder, EmbeddedEngine.DatabaseFile));
        await using (var engine = await StartAsync(settings with { Roles = HostRoles.Engine, NouveauMoteur = true }))
        {
            Assert.True(File.Exists(Path.Combine(folder, "moteur.db.mark.aside")));
            using var said = new StringWriter();
            await HostCommandLine.RunAsync(["dossiers", "rattacher", "--data", folder, "--engine-address", engine.EngineAddress!], said, said);
            Assert.Contains("La base appartient au moteur", said.ToString(), StringComparison.Ordinal);
        }

        await using var again = await StartAsync(settings);
    }

    /// <summary>Without what the folder says of its time, the store still does: also to an engine alone.</summary>
    [Fact]
    public async Task Should_not_run_an_engine_on_another_time_than_its_store()
    {
        var settings = new HostSettings { DataDirectory = folder, EngineAddress = "127.0.0.1:0", Url = "http://127.0.0.1:0", Sandbox = true };
        await (await StartAsync(settings)).DisposeAsync();
        File.Delete(Path.Combine(folder, "temps"));
        var refused = await Assert.ThrowsAsync<StartupRefusal>(() => StartAsync(settings with { Roles = HostRoles.Engine, Sandbox = false }));
        Assert.Contains("est celle d’un bac à sable", refused.Message, StringComparison.Ordinal);
        await (await StartAsync(settings)).DisposeAsync();
    }

    [Fact]
    public async Task Should_make_no_store_while_the_engine_of_the_folder_does_not_answer()
    {
        var settings = new HostSettings { DataDirectory = folder, EngineAddress = "127.0.0.1:0", Url = "http://127.0.0.1:0" };
        await (await StartAsync(settings)).DisposeAsync();
        Move(folder, folder + "-ailleurs", "dossiers.*");
        var refused = await Assert.ThrowsAsync<StartupRefusal>(() => StartAsync(settings with { Roles = HostRoles.Web, EngineAddress = "127.0.0.1:9" }));
        Assert.Contains("ce moteur ne répond pas : il dirait si des parcours y sont suivis", refused.Message, StringComparison.Ordinal);
        Assert.Equal(["dossiers.verrou"], Directory.EnumerateFiles(folder, "dossiers.*").Select(Path.GetFileName));
    }

    private static Task<RunningHost> StartAsync(HostSettings settings) => RunningHost.StartAsync(settings, new ConfigurationBuilder().Build(), TestContext.Current.CancellationToken);

    private static void Move(string from, string to, string pattern)
    {
        foreach (var file in Directory.EnumerateFiles(from, pattern).ToList())
        {
            File.Move(file, Path.Combine(Directory.CreateDirectory(to).FullName, Path.GetFileName(file)));
        }
    }

    /// <summary>The pages answer once the start is over: the journal of keys is written by then.</summary>
    private async Task LockFreeAsync()
    {
        var started = new FileInfo(Path.Combine(folder, "journaux"));
        while (!Directory.Exists(started.FullName) || !Directory.EnumerateFiles(started.FullName).Any(f => Contains(f, "Pages on")))
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    private static bool Contains(string file, string text)
    {
        using var reader = new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
        return reader.ReadToEnd().Contains(text, StringComparison.Ordinal);
    }
}
