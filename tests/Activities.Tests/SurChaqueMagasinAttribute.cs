using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace FranceTravail.Parcours.Activities.Tests;

/// <summary>A clause of the contract of the case store: every provider must keep it.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SurChaqueMagasinAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new([.. Enum.GetValues<Magasin>().Select(m => new TheoryDataRow(m))]);

    public override bool SupportsDiscoveryEnumeration() => true;
}
