namespace FranceTravail.Parcours.Workflows.Modele;

/// <summary>A compiled, validated journey template: what a journey pins and interprets. Immutable.</summary>
public sealed record ModeleParcours
{
    public required string Id { get; init; }
    public required int Version { get; init; }
    public required string Nom { get; init; }

    /// <summary>SHA-256 of the canonical JSON without this field, in lower hexadecimal (<see cref="EmpreinteModele"/>).</summary>
    public required string Empreinte { get; init; }

    /// <summary>Id of the first node.</summary>
    public required string Entree { get; init; }

    public required IReadOnlyList<Noeud> Noeuds { get; init; }

    /// <summary>Threads that may run beside the principal one.</summary>
    public IReadOnlyList<FilModele> Fils { get; init; } = [];

    /// <summary>What takes the accompaniment up elsewhere.</summary>
    public IReadOnlyList<RepriseModele> Reprises { get; init; } = [];
}
