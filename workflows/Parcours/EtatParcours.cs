using System.Text.Json;
using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Parcours.Demandes;
using FranceTravail.Parcours.Workflows.Taches;
using NodaTime;

namespace FranceTravail.Parcours.Workflows.Parcours;

/// <summary>
/// All that a journey knows at one moment. Immutable, and complete: a run can be continued as new from it at any time.
/// Fields are only ever added; <see cref="VersionEtat"/> rises when the meaning of one changes.
/// </summary>
public sealed record EtatParcours
{
    public const int VersionCourante = 1;

    public int VersionEtat { get; init; } = VersionCourante;

    /// <summary>Node where the journey stands.</summary>
    public required string NoeudId { get; init; }

    /// <summary>True between leaving a node and entering this one.</summary>
    public bool AEntrer { get; init; } = true;

    public StatutParcours Statut { get; init; } = StatutParcours.Ouvert;
    public DossierParcours Dossier { get; init; } = new();

    /// <summary>Node → how many times it was entered.</summary>
    public IReadOnlyDictionary<string, int> Visites { get; init; } = new Dictionary<string, int>();

    /// <summary>Node → what its step remembers, in the step's own record.</summary>
    public IReadOnlyDictionary<string, JsonElement> Memoires { get; init; } = new Dictionary<string, JsonElement>();

    /// <summary>Open tasks only.</summary>
    public IReadOnlyList<TacheParcours> Taches { get; init; } = [];

    public IReadOnlyList<Alarme> Alarmes { get; init; } = [];

    /// <summary>Deadlines of steps, whether or not somebody has a task for them now.</summary>
    public IReadOnlyList<EcheanceEtape> Echeances { get; init; } = [];

    /// <summary>The last day of each delay that runs, computed once when its step was entered.</summary>
    public IReadOnlyDictionary<string, LocalDate> Delais { get; init; } = new Dictionary<string, LocalDate>();

    /// <summary>Asked and not answered yet.</summary>
    public IReadOnlyList<Demande> Demandes { get; init; } = [];

    public IReadOnlyList<EtapeProjetee> Ruban { get; init; } = [];

    /// <summary>The latest acts and their answers, so that a repeated one is known.</summary>
    public IReadOnlyList<ActeTraite> ActesTraites { get; init; } = [];

    public long Projection { get; init; }
    public long Fait { get; init; }
    public long Tache { get; init; }
    public Instant? DebutLe { get; init; }
}
