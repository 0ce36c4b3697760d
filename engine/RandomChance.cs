using FranceTravail.Parcours.Engine.Runs;

namespace FranceTravail.Parcours.Engine;

/// <summary>Ids and chance of production: time-ordered UUIDs, so that the file's indices grow at their end.</summary>
internal sealed class RandomChance : IChance
{
    public string NewId() => Guid.CreateVersion7().ToString();

#pragma warning disable CA5394 // Jitter needs no secrecy.
    public double Next() => Random.Shared.NextDouble();
#pragma warning restore CA5394
}
