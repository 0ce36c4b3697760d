using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Parcours.Decisions;
using FranceTravail.Parcours.Workflows.Parcours.Demandes;
using FranceTravail.Parcours.Workflows.Parcours.Fils;
using FranceTravail.Parcours.Workflows.Taches;
using NodaTime;

namespace FranceTravail.Parcours.Workflows.Parcours.Etats;

/// <summary>
/// All that a journey knows at one moment. Immutable, and complete: a run can be continued as new from it at any time.
/// What changes by parts is keyed, so that the history records only the parts that changed (<see cref="Changements"/>).
/// </summary>
public sealed record EtatParcours
{
    /// <summary>Format of this record; see <see cref="VersionsEtat"/>.</summary>
    public required int Version { get; init; }

    /// <summary>1, and one more each time that a reset gave the journey another past.</summary>
    public required int Epoque { get; init; }

    /// <summary>Number of the last decision, 1, 2, 3… over the whole life of the stream.</summary>
    public long Numero { get; init; }

    public StatutParcours Statut { get; init; }

    /// <summary>When the journey must do something by itself next; null when only an act or an answer can move it.</summary>
    public Instant? ProchainReveil { get; init; }

    public required DossierParcours Dossier { get; init; }

    /// <summary>In a thread that runs by itself: from which decision of its journey <see cref="Dossier"/> and <see cref="Personne"/> are; null since it began.</summary>
    public RangDuPartage? Partage { get; init; }

    /// <summary>What is known of the person; no identity.</summary>
    public SituationPersonne Personne { get; init; } = new();

    /// <summary>Open threads by id, and the principal one, open or not.</summary>
    public IReadOnlyDictionary<string, Fil> Fils { get; init; } = new Dictionary<string, Fil>();

    /// <summary>Type of thread → how many were opened.</summary>
    public IReadOnlyDictionary<string, int> Ouvertures { get; init; } = new Dictionary<string, int>();

    /// <summary>Open tasks by id.</summary>
    public IReadOnlyDictionary<string, TacheParcours> Taches { get; init; } = new Dictionary<string, TacheParcours>();

    /// <summary>Alarms of steps by key (<see cref="Alarme.Cle"/>); those of tasks follow from the tasks (<see cref="AlarmesTache"/>).</summary>
    public IReadOnlyDictionary<string, Instant> Alarmes { get; init; } = new Dictionary<string, Instant>();

    /// <summary>Asked and not answered yet, by idempotency key.</summary>
    public IReadOnlyDictionary<string, Demande> Demandes { get; init; } = new Dictionary<string, Demande>();

    /// <summary>The ribbon by node.</summary>
    public IReadOnlyDictionary<string, EtapeProjetee> Ruban { get; init; } = new Dictionary<string, EtapeProjetee>();

    /// <summary>The latest acts and their answers by key, so that a repeated one is known.</summary>
    public IReadOnlyDictionary<string, ResultatActe> Actes { get; init; } = new Dictionary<string, ResultatActe>();

    /// <summary>The template that it pins.</summary>
    public required string ModeleId { get; init; }

    public required int ModeleVersion { get; init; }

    /// <summary>Under what the last decision was taken: in the history where it changed.</summary>
    public OrigineDecision? Origine { get; init; }

    /// <summary>Number of the last fact.</summary>
    public long Fait { get; init; }

    /// <summary>Number of the last task.</summary>
    public long Tache { get; init; }

    public Instant? DebutLe { get; init; }
}
