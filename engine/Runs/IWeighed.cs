namespace FranceTravail.Parcours.Engine.Runs;

/// <summary>An item of a run whose size differs from one to the other.</summary>
internal interface IWeighed
{
    /// <summary>Bytes that it takes in memory, roughly.</summary>
    int Weight { get; }
}
