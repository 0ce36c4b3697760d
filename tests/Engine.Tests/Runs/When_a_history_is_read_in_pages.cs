using FranceTravail.Parcours.Engine.Protocol.Workflows;
using FranceTravail.Parcours.Engine.Runs.Signals;
using FranceTravail.Parcours.Engine.Storage.Sqlite;
using FranceTravail.Parcours.Engine.Tests.Support;
using Google.Protobuf;
using Temporalio.Api.Common.V1;

namespace FranceTravail.Parcours.Engine.Tests.Runs;

public sealed class When_a_history_is_read_in_pages : IDisposable
{
    private static readonly Signal Large = new("s", new Payloads { Payloads_ = { new Payload { Data = ByteString.CopyFrom(new byte[1024 * 1024]) } } }, "client", "", null);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("engine");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Should_keep_each_page_within_what_a_client_takes_and_join_without_gaps()
    {
        using var file = EngineFile.Open(Path.Combine(folder.FullName, "engine.db"));
        await using var engine = new EngineUnderTest(new SqliteStore(file));
        await engine.StartAsync("other");
        var run = (await engine.StartAsync("w")).Run;
        for (var i = 0; i < 8; i++)
        {
            await engine.Core.Writer.SubmitAsync(unit => unit.Apply(run.Key, Large));
        }

        var ids = new List<long>();
        for (long? from = 2; from is { } next;)
        {
            (var page, from) = HistoryPages.Read(engine.Core.Store, run.Number, next, 9, HistoryPages.LargestPage);
            Assert.InRange(page.CalculateSize(), 1, 4 * 1024 * 1024);
            ids.AddRange(page.Events.Select(e => e.EventId));
        }

        Assert.Equal(Enumerable.Range(2, 8).Select(i => (long)i), ids);
    }
}
