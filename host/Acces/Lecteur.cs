using FranceTravail.Parcours.Workflows.Competence;
using FranceTravail.Parcours.Workflows.Taches;

namespace FranceTravail.Parcours.Host.Acces;

/// <summary>A counsellor who reads: enough to decide which rows are hers.</summary>
internal sealed record Lecteur(string Id, string Territoire, bool Encadrant)
{
    /// <summary>Whose agent she is; null for a délégataire.</summary>
    public Decideur? Autorite { get; init; }

    /// <summary>The queues whose tasks are hers to take: that of the territory, and that of her authority.</summary>
    public IReadOnlyList<string> Files => Autorite is { } autorite ? [Territoire, Responsable.CodeFile(Territoire, autorite)] : [Territoire];
}
