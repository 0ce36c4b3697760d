using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Parcours.Etats;
using FranceTravail.Parcours.Workflows.Taches;

namespace FranceTravail.Parcours.Workflows.Parcours.Interpretation;

/// <summary>The effect of one event on a journey: the new state, and what it shows besides.</summary>
internal sealed record Pas
{
    public required EtatParcours Etat { get; init; }

    /// <summary>Why the act, or what a signal said, is refused, in French: the state is then the one before.</summary>
    public string? Refus { get; init; }

    /// <summary>« les recours 2025-06-01 »: the topics of the law that were read, each with its version.</summary>
    public IReadOnlyCollection<string> DroitConsulte { get; init; } = [];

    public IReadOnlyList<FaitProjete> Faits { get; init; } = [];

    /// <summary>Tasks opened, changed or closed.</summary>
    public IReadOnlyList<TacheParcours> Taches { get; init; } = [];

    public IReadOnlyList<RendezVousProjete> RendezVous { get; init; } = [];
    public IReadOnlyList<ContratProjete> Contrats { get; init; } = [];
    public IReadOnlyList<SemaineProjetee> Semaines { get; init; } = [];

    /// <summary>A review was passed: a good moment to continue as new.</summary>
    public bool Reprise { get; init; }
}
