using System.Text.Json.Nodes;
using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Taches;
using NodaTime;

namespace FranceTravail.Parcours.Workflows.Parcours.Decisions;

/// <summary>
/// What a journey decided on one event, as a value: recorded in the history, and never computed again. A replay applies
/// <see cref="Changements"/>; an auditor reads the rest; the case store can be rebuilt from both.
/// </summary>
public sealed record Decision
{
    /// <summary>Format of this record; see <see cref="VersionsDecision"/>.</summary>
    public int Version { get; init; } = VersionsDecision.Versions.Courante;

    /// <summary>Key of the event that was decided (<see cref="Evenement.Cle"/>).</summary>
    public required string Evenement { get; init; }

    /// <summary>Rank in the stream, from 1; 0 when refused.</summary>
    public long Numero { get; init; }

    public int Epoque { get; init; }

    public required Instant Le { get; init; }

    /// <summary>Who made the event happen: the author of its facts; the journey itself when absent.</summary>
    public Acteur? Auteur { get; init; }

    /// <summary>Why the act was refused, in French: nothing else is then there.</summary>
    public string? Refus { get; init; }

    /// <summary>From the state before to the state after (<see cref="Etats.Changements"/>).</summary>
    public JsonObject? Changements { get; init; }

    /// <summary>A review was passed: a good moment to continue as new.</summary>
    public bool Reprise { get; init; }

    public IReadOnlyList<FaitProjete> Faits { get; init; } = [];

    /// <summary>Tasks that are no longer open, and what became of them.</summary>
    public IReadOnlyDictionary<string, StatutTache> TachesCloses { get; init; } = new Dictionary<string, StatutTache>();

    public IReadOnlyList<RendezVousProjete> RendezVous { get; init; } = [];
    public IReadOnlyList<ContratProjete> Contrats { get; init; } = [];
    public IReadOnlyList<SemaineProjetee> Semaines { get; init; } = [];
}
