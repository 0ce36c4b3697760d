using FranceTravail.Parcours.Workflows.Dossiers;
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

    /// <summary>Whose commitment it is.</summary>
    public required CoteContrat Cote { get; init; }

    /// <summary>Code of the catalogue of R. 5411-15.</summary>
    public required string Nature { get; init; }

    public required string Libelle { get; init; }

    public decimal? HeuresParSemaine { get; init; }

    /// <summary>Free text behind the line, when a counsellor wrote one.</summary>
    public string? TexteId { get; init; }
}
