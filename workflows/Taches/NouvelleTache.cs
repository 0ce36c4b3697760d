using FranceTravail.Parcours.Workflows.Modele;
using FranceTravail.Parcours.Workflows.Redaction;
using NodaTime;

namespace FranceTravail.Parcours.Workflows.Taches;

/// <summary>What a step says of a task when it opens it.</summary>
internal sealed record NouvelleTache
{
    public required string Nature { get; init; }
    public required string Libelle { get; init; }
    public required Responsable Responsable { get; init; }
    public required Echeance Echeance { get; init; }
    public required IReadOnlyList<Geste> Gestes { get; init; }
    public string? Precision { get; init; }
    public string? ObjetId { get; init; }

    /// <summary>Instants of the reminders; those already past are left out.</summary>
    public IReadOnlyList<Instant> Rappels { get; init; } = [];

    /// <summary>When the task is escalated; null when the step itself deals with its lateness.</summary>
    public Instant? EscaladeLe { get; init; }

    public TacheParcours Creer(string id, string filId, Noeud noeud, Instant maintenant) => new()
    {
        TacheId = id,
        FilId = filId,
        NoeudId = noeud.Id,
        Etape = noeud.Type,
        Nature = Nature,
        Libelle = Francais.Composer(Libelle),
        Responsable = Responsable,
        Echeance = Echeance with { Motif = Francais.Composer(Echeance.Motif) },
        OuverteLe = maintenant,
        Gestes = Gestes,
        Precision = Precision is null ? null : Francais.Composer(Precision),
        ObjetId = ObjetId,
        Rappels = [.. Rappels.Where(r => r > maintenant).Order()],
        EscaladeLe = EscaladeLe,
    };
}
