namespace FranceTravail.Parcours.Activities.Partenaires;

/// <summary>Where the partner systems answer: absolute base addresses.</summary>
public sealed class PartenairesOptions
{
    public required Uri Caf { get; init; }

    public required Uri FranceTravail { get; init; }

    public required Uri Agenda { get; init; }

    public required Uri Messages { get; init; }

    /// <summary>How long one try of a call may take, in real time; a call has three tries.</summary>
    public TimeSpan DelaiParEssai { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>All four at one address, as the simulators have them.</summary>
    public static PartenairesOptions TousA(Uri address) => new() { Caf = address, FranceTravail = address, Agenda = address, Messages = address };
}
