using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Parcours.Demandes;
using NodaTime;

namespace FranceTravail.Parcours.Workflows.Parcours.Interpretation;

/// <summary>The effect of one event on a journey: the new state, what to project, what to ask of the world.</summary>
internal sealed record Pas
{
    public required EtatParcours Etat { get; init; }

    /// <summary>Null when nothing that anybody sees changed.</summary>
    public ProjectionDossier? Projection { get; init; }

    public IReadOnlyList<Demande> Demandes { get; init; } = [];

    /// <summary>Delays computed while handling the event: to be recorded, then given back to the same event.</summary>
    public IReadOnlyDictionary<string, LocalDate> Delais { get; init; } = new Dictionary<string, LocalDate>();

    /// <summary>A review was passed: a good moment to continue as new.</summary>
    public bool RepriseANeuf { get; init; }
}
