using System.Diagnostics;

namespace FranceTravail.Parcours.Activities.Observation;

/// <summary>The spans of the product. As with <see cref="Mesures"/>, no tag and no name of one holds anything personal.</summary>
public static class Traces
{
    /// <summary>Name of the source.</summary>
    public const string Nom = "FranceTravail.Parcours";

    public static ActivitySource Source { get; } = new(Nom);
}
