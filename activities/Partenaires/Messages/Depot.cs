using NodaTime;

namespace FranceTravail.Parcours.Activities.Partenaires.Messages;

/// <summary>Proof of a deposit, and when the letter was received if that is known.</summary>
internal sealed record Depot
{
    public required string Preuve { get; init; }

    public OffsetDateTime? RecuLe { get; init; }
}
