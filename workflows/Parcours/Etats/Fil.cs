using System.Text.Json;
using NodaTime;

namespace FranceTravail.Parcours.Workflows.Parcours.Etats;

/// <summary>
/// One thread of a journey: the accompaniment, or a procedure, a request, a referral beside it. Each has its own position,
/// memory and deadlines; tasks, alarms and requests name theirs.
/// </summary>
public sealed record Fil
{
    /// <summary><c>accompagnement</c>; for the others the type and a number: <c>diagnostic-conjoint-2</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Id of its declaration in the template (<see cref="Modele.FilModele"/>).</summary>
    public required string Type { get; init; }

    public required Instant OuvertLe { get; init; }

    /// <summary>Node where it stands.</summary>
    public required string NoeudId { get; init; }

    /// <summary>False between leaving a node and entering this one.</summary>
    public bool Entre { get; init; }

    /// <summary>Runs as a child workflow, which holds its position: the journey only knows that it is open.</summary>
    public bool Separe { get; init; }

    /// <summary>Node → how many times it was entered.</summary>
    public IReadOnlyDictionary<string, int> Visites { get; init; } = new Dictionary<string, int>();

    /// <summary>Node → what its step remembers, in the step's own record.</summary>
    public IReadOnlyDictionary<string, JsonElement> Memoires { get; init; } = new Dictionary<string, JsonElement>();

    /// <summary>The last day of each delay that runs, computed once when its step was entered.</summary>
    public IReadOnlyDictionary<string, LocalDate> Delais { get; init; } = new Dictionary<string, LocalDate>();

    /// <summary>Deadlines of steps, by node and object, whether or not somebody has a task for them now.</summary>
    public IReadOnlyDictionary<string, EcheanceEtape> Echeances { get; init; } = new Dictionary<string, EcheanceEtape>();

    /// <summary>Where it stands, as pages show it.</summary>
    public AvancementFil? Avancement { get; init; }
}
