namespace FranceTravail.Parcours.Activities.Partenaires;

/// <summary>Where the partner systems answer.</summary>
public sealed class PartenairesOptions
{
    /// <summary>Absolute base address of them all: the simulators, or the gateway of a deployment.</summary>
    public required Uri Adresse { get; init; }

    /// <summary>How long one try of a call may take, in real time; a call has three tries.</summary>
    public TimeSpan DelaiParEssai { get; init; } = TimeSpan.FromSeconds(5);
}
