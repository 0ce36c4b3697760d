using System.Text.Json.Serialization;
using NodaTime;

namespace FranceTravail.Parcours.Workflows.Taches;

/// <summary>
/// One thing that somebody must do, with an owner or a queue, a due date, reminders and an escalation.
/// The inbox and the person's page render it from its gestures: a new step needs no page code.
/// </summary>
public sealed record TacheParcours
{
    public required string TacheId { get; init; }
    public required string FilId { get; init; }
    public required string NoeudId { get; init; }

    /// <summary>Type of the step, for instance <c>Parcours.PremierRendezVous</c>.</summary>
    public required string Etape { get; init; }

    /// <summary>Stable code of the kind of task, for instance <c>constater-presence</c>.</summary>
    public required string Nature { get; init; }

    /// <summary>What to do, an infinitive; for the person a sentence said to her (« Signer votre contrat »).</summary>
    public required string Libelle { get; init; }

    public required Responsable Responsable { get; init; }
    public required Echeance Echeance { get; init; }
    public required Instant OuverteLe { get; init; }

    /// <summary>When the first of its kind was opened, whose place it took; null when it took no other's. What was written then, it answers too.</summary>
    public Instant? DemandeeLe { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public StatutTache Statut { get; init; }
    public Instant? CloseLe { get; init; }
    public IReadOnlyList<Geste> Gestes { get; init; } = [];

    /// <summary>What the doer should know first, one sentence; null when the label says all.</summary>
    public string? Precision { get; init; }

    /// <summary>Instants at which the owner is reminded next.</summary>
    public IReadOnlyList<Instant> Rappels { get; init; } = [];

    public Instant? DernierRappel { get; init; }

    /// <summary>When the task also goes to the management's queue; null when it never does.</summary>
    public Instant? EscaladeLe { get; init; }

    public bool Escaladee { get; init; }

    /// <summary>The appointment, contract or week that the task is about; null when it is about none.</summary>
    public string? ObjetId { get; init; }
}
