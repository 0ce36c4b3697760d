namespace FranceTravail.Parcours.Engine.Tests.Support;

/// <summary>Tests that start processes of their own and give them a few seconds: nothing else runs beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "alone";
}
