using FranceTravail.Parcours.Workflows.Parcours.Donnees;

namespace FranceTravail.Parcours.Workflows.Parcours;

/// <summary>
/// One act, on an open task, to open a thread, or that says data of the person anew: the only thing that is sent to a journey from outside.
/// Sending it twice with the same <see cref="Cle"/> gives the same answer and no second effect.
/// </summary>
public sealed record Acte : IEntree
{
    /// <summary>Idempotency key, made once by the form (a GUID).</summary>
    public required string Cle { get; init; }

    /// <summary>The task; empty when the act is on none.</summary>
    public string TacheId { get; init; } = "";

    /// <summary>Code of one of the task's gestures, for instance <c>presente</c>; empty when the act is on none.</summary>
    public string Geste { get; init; } = "";

    /// <summary>Type of the thread that the act opens (<see cref="Modele.FilModele.Id"/>); null for an act on a task.</summary>
    public string? OuvreFil { get; init; }

    /// <summary>What is said anew of the person; null for any other act.</summary>
    public DonneesChangees? Donnees { get; init; }

    public required Acteur Acteur { get; init; }

    /// <summary>
    /// Field name → value, in invariant text: numbers and hours with a point, dates as <c>2026-11-24</c>, times as
    /// <c>09:30</c>, several choices separated by commas. Free text is first put in the case store; its reference goes here.
    /// </summary>
    public IReadOnlyDictionary<string, string> Valeurs { get; init; } = new Dictionary<string, string>();
}
