using NodaTime;

namespace FranceTravail.Parcours.Activities.Partenaires.Agenda;

/// <summary>A booking: the partner says which slot it holds.</summary>
internal sealed record Reservation
{
    [System.Text.Json.Serialization.JsonPropertyName("reservation")]
    public required string Id { get; init; }

    public required OffsetDateTime Debut { get; init; }

    public required OffsetDateTime Fin { get; init; }

    public LieuAgenda? Lieu { get; init; }

    /// <summary>In whose agenda it is.</summary>
    public string? Referent { get; init; }
}
