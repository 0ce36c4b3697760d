using FranceTravail.Parcours.Workflows.Taches;

namespace FranceTravail.Parcours.Workflows.Dossiers;

/// <summary>
/// Everything that one moment of the journey changes in the case store. Rows are given whole: insert or replace by their id;
/// facts are only ever added. Projections of a dossier come one after the other, in the order of <see cref="Sequence"/>.
/// </summary>
public sealed record ProjectionDossier
{
    public required string DossierId { get; init; }

    /// <summary>The stream that it belongs to: the principal thread, or one that runs as a workflow of its own.</summary>
    public required string Flux { get; init; }

    /// <summary>One more each time that a reset gave the stream another past.</summary>
    public required int Epoque { get; init; }

    /// <summary>1, 2, 3… over the whole life of the stream.</summary>
    public required long Sequence { get; init; }

    /// <summary>Reference of data of the person that come into force; those of her registration bear the dossier's id. Null when none do.</summary>
    public string? Donnees { get; init; }

    public required AvancementProjete Avancement { get; init; }
    public IReadOnlyList<FaitProjete> Faits { get; init; } = [];
    public IReadOnlyList<TacheParcours> Taches { get; init; } = [];

    /// <summary>The whole ribbon, in order, when it changed; else empty.</summary>
    public IReadOnlyList<EtapeProjetee> Ruban { get; init; } = [];

    /// <summary>Threads that changed.</summary>
    public IReadOnlyList<FilProjete> Fils { get; init; } = [];

    public IReadOnlyList<RendezVousProjete> RendezVous { get; init; } = [];
    public IReadOnlyList<ContratProjete> Contrats { get; init; } = [];
    public IReadOnlyList<SemaineProjetee> Semaines { get; init; } = [];
}
