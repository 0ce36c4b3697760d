using FranceTravail.Parcours.Engine.Refusals;
using FranceTravail.Parcours.Engine.Runs.Signals;
using FranceTravail.Parcours.Engine.Storage.Sqlite;
using FranceTravail.Parcours.Engine.Tests.Support;
using Google.Protobuf;
using Temporalio.Api.Common.V1;

namespace FranceTravail.Parcours.Engine.Tests.Writing;

public sealed class When_the_database_is_full : IDisposable
{
    private static readonly Signal Large = new("s", new Payloads { Payloads_ = { new Payload { Data = ByteString.CopyFrom(new byte[500_000]) } } }, "client", "", null);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("engine");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Should_refuse_what_does_not_fit_and_go_on_once_there_is_room()
    {
        using var file = EngineFile.Open(Path.Combine(folder.FullName, "engine.db"));
        await using var engine = new EngineUnderTest(new SqliteStore(file));
        var run = (await engine.StartAsync("w")).Run;
        EngineFile.Execute(file.Writer, "PRAGMA max_page_count = 300");
        var taken = 0;
        var refused = await Assert.ThrowsAsync<Refusal>(async () =>
        {
            while (true)
            {
                await SignalAsync();
                taken++;
            }
        });
        Assert.Equal(RefusalKind.Unavailable, refused.Kind);
        EngineFile.Execute(file.Writer, "PRAGMA max_page_count = 1000000");
        await SignalAsync();
        Assert.Equal(taken + 1, engine.Core.Cache.Find(run.Key)!.State.SignalCount);
        Assert.Equal(taken + 1, engine.Core.Store.Find(run.Key)!.State.SignalCount);

        Task SignalAsync() => engine.Core.Writer.SubmitAsync(unit => unit.Apply(run.Key, Large));
    }
}
