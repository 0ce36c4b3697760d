using FranceTravail.Parcours.Engine.Storage;
using FranceTravail.Parcours.Engine.Tests.Support;
using FranceTravail.Parcours.Engine.Writing;
using Google.Protobuf;
using Temporalio.Api.Common.V1;

namespace FranceTravail.Parcours.Engine.Tests.Writing;

public sealed class When_runs_are_large
{
    [Fact]
    public void Should_be_held_in_memory_up_to_a_size_and_found_in_the_store_beyond()
    {
        using var heart = new Heart();
        using var store = new MemoryStore();
        var cache = new RunCache(store, bytes: 5000);
        var runs = Enumerable.Range(0, 10).Select(i => heart.Start($"w{i}", r => r.Input = new Payloads { Payloads_ = { new Payload { Data = ByteString.CopyFrom(new byte[1000]) } } })).ToList();
        foreach (var run in runs)
        {
            RunChange[] changes = [new RunChange(run, isNew: true)];
            store.Commit(new Commit(changes, [], heart.Now));
            cache.Put(changes);
        }

        Assert.InRange(cache.Count, 1, 4);
        Assert.All(runs, run => Assert.Equal(run.Key, cache.Current("default", run.Key.WorkflowId)?.Key));
    }

    [Fact]
    public void Should_not_be_remembered_once_they_are_deleted()
    {
        using var heart = new Heart();
        using var store = new MemoryStore();
        var cache = new RunCache(store);
        var run = heart.Start();
        cache.Put([new RunChange(run, isNew: true)]);
        cache.Put([new RunChange(run, isNew: false) { Deleted = true }]);
        Assert.Equal(0, cache.Count);
        Assert.Null(cache.Find(run.Key));
    }
}
