using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace FranceTravail.Parcours.Activities.Dossiers;

/// <summary>Contrat d'engagement (Code du travail, L. 5411-6): commitments of both sides, a plan and its weekly hours.</summary>
[PrimaryKey(nameof(DossierId), nameof(Id))]
public sealed class Contrat
{
    public required string DossierId { get; init; }

    public required string Id { get; init; }

    public StatutContrat Statut { get; set; }

    /// <summary>Hours of activity a week, 0 to 35; 0 only at the person's request on a ground of L. 5411-6 II.</summary>
    public decimal HeuresHebdomadaires { get; set; }

    /// <summary>Why fewer than 15 hours, when so.</summary>
    public string? MotifHeures { get; set; }

    public string? ReferentId { get; set; }

    /// <summary>Last day to sign: one month from the notified orientation (D. 5411-14-1).</summary>
    public LocalDate? SignatureAvant { get; set; }

    public Instant? SignePersonneLe { get; set; }

    public Instant? SigneOrganismeLe { get; set; }

    public LocalDate? ProchaineRevue { get; set; }

    public required Instant CreeLe { get; init; }

    public List<LigneContrat> Lignes { get; init; } = [];
}
