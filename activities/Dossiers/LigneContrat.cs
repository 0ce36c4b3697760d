using Microsoft.EntityFrameworkCore;

namespace FranceTravail.Parcours.Activities.Dossiers;

/// <summary>One commitment of a contract.</summary>
[PrimaryKey(nameof(DossierId), nameof(ContratId), nameof(Ordre))]
public sealed class LigneContrat
{
    public required string DossierId { get; init; }

    public required string ContratId { get; init; }

    /// <summary>Place in the contract, from 1.</summary>
    public required int Ordre { get; init; }

    public required PartieContrat Partie { get; set; }

    public required string Libelle { get; set; }

    public decimal? HeuresHebdomadaires { get; set; }

    /// <summary>Free text behind the line, when a counsellor wrote one.</summary>
    public string? TexteLibreId { get; set; }
}
