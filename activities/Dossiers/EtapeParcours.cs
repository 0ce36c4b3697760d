using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace FranceTravail.Parcours.Activities.Dossiers;

/// <summary>One step on the ribbon of a journey.</summary>
[PrimaryKey(nameof(DossierId), nameof(Ordre))]
public sealed class EtapeParcours
{
    public required string DossierId { get; init; }

    /// <summary>Place on the ribbon, from 1.</summary>
    public required int Ordre { get; init; }

    public required string NoeudId { get; set; }

    public required string Type { get; set; }

    public required string Libelle { get; set; }

    public EtatEtape Etat { get; set; }

    public Instant? DebutLe { get; set; }

    public Instant? FinLe { get; set; }
}
