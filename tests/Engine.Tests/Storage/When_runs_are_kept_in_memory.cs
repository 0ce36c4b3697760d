using FranceTravail.Parcours.Engine.Storage;

namespace FranceTravail.Parcours.Engine.Tests.Storage;

public sealed class When_runs_are_kept_in_memory() : StoreContract(new MemoryStore())
{
    private protected override IStore Reopened() => Store;
}
