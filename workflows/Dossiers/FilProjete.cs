using FranceTravail.Parcours.Workflows.Parcours.Etats;
using NodaTime;

namespace FranceTravail.Parcours.Workflows.Dossiers;

/// <summary>One thread as the case store knows it.</summary>
public sealed record FilProjete
{
    public required string FilId { get; init; }
    public required string Type { get; init; }
    public required string NoeudId { get; init; }
    public required Instant OuvertLe { get; init; }

    /// <summary>Null while it is open.</summary>
    public Instant? ClosLe { get; init; }

    /// <summary>Runs as a workflow of its own, which tells where it stands.</summary>
    public bool Separe { get; init; }

    /// <summary>Null for one that runs as a workflow of its own.</summary>
    public SituationFil? Situation { get; init; }

    internal static FilProjete De(Fil fil, Instant? closLe) => new()
    {
        FilId = fil.Id,
        Type = fil.Type,
        NoeudId = fil.NoeudId,
        OuvertLe = fil.OuvertLe,
        ClosLe = closLe,
        Separe = fil.Separe,
        Situation = fil.Situation,
    };
}
