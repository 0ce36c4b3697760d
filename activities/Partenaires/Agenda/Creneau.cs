using NodaTime;

namespace FranceTravail.Parcours.Activities.Partenaires.Agenda;

/// <summary>A free slot.</summary>
internal sealed record Creneau
{
    public required string Id { get; init; }

    public required OffsetDateTime Debut { get; init; }

    public required OffsetDateTime Fin { get; init; }
}
