namespace FranceTravail.Parcours.Workflows.Dossiers;

public sealed record LigneContratProjetee
{
    public required int Ordre { get; init; }
    public required CoteContrat Cote { get; init; }

    /// <summary>Code of the catalogue of Code du travail, art. R5411-15.</summary>
    public required string Nature { get; init; }

    public required string Libelle { get; init; }
    public decimal? HeuresParSemaine { get; init; }

    /// <summary>Reference of a text of the case store; null when none was written.</summary>
    public string? TexteId { get; init; }
}
