using FranceTravail.Parcours.Engine.Clock;
using FranceTravail.Parcours.Engine.Runs;

namespace FranceTravail.Parcours.Engine.Writing;

/// <summary>What every transition may use.</summary>
internal sealed record WriterServices(EngineClock Clock, IChance Chance, EngineLimits Limits, INamespaceCatalog Catalog);
