using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace FranceTravail.Parcours.Activities.Dossiers;

/// <summary>An appointment between a person and a counsellor.</summary>
[PrimaryKey(nameof(DossierId), nameof(Id))]
[Index(nameof(ReferentId), nameof(Debut))]
public sealed class RendezVous
{
    public required string DossierId { get; init; }

    public required string Id { get; init; }

    public required string Objet { get; set; }

    public required Instant Debut { get; set; }

    public required Instant Fin { get; set; }

    public string? Lieu { get; set; }

    public string? ReferentId { get; set; }

    /// <summary>Identifier of the booking in the agenda.</summary>
    public string? ReservationId { get; set; }

    public StatutRendezVous Statut { get; set; }

    public Dossier? Dossier { get; init; }
}
