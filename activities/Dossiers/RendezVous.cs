using FranceTravail.Parcours.Workflows.Dossiers;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace FranceTravail.Parcours.Activities.Dossiers;

/// <summary>An appointment between a person and a counsellor.</summary>
[PrimaryKey(nameof(DossierId), nameof(Id))]
[Index(nameof(ConseillerId), nameof(Debut))]
public sealed class RendezVous
{
    public required string DossierId { get; init; }

    public required string Id { get; init; }

    public string Objet { get; set; } = "";

    public Instant Debut { get; set; }

    public Instant Fin { get; set; }

    /// <summary>Where and how.</summary>
    public LieuRendezVous? Lieu { get; set; }

    /// <summary>Null while nobody is named: the desk of the territory receives.</summary>
    public string? ConseillerId { get; set; }

    public StatutRendezVous Statut { get; set; }

    public Dossier? Dossier { get; init; }
}
