using FranceTravail.Parcours.Workflows.Competence;
using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Taches;

namespace FranceTravail.Parcours.Host.Acces;

/// <summary>The account that a session acts as: a counsellor's, with what decides which rows are hers, or a person's dossier.</summary>
internal sealed record Compte(string Id, string Territoire, bool Encadrant)
{
    /// <summary>Whose agent she is; null for a délégataire.</summary>
    public Decideur? Autorite { get; init; }

    /// <summary>Whose counsellor she is.</summary>
    public OrganismeReferent? Organisme { get; init; }

    /// <summary>As the rule of who may act looks at her; null for who is no counsellor.</summary>
    public Agent? Agent => Organisme is { } organisme ? new(organisme, Autorite, Encadrant) : null;

    /// <summary>The queues whose tasks are hers to take: that of the territory, that of her authority, and of her organism unless she supervises.</summary>
    public IReadOnlyList<string> Files =>
    [
        Territoire,
        .. Autorite is { } autorite ? [Responsable.CodeFile(Territoire, autorite)] : Array.Empty<string>(),
        .. Organisme is { } organisme && !Encadrant ? new[] { null, Autorite }.Distinct().Select(a => Responsable.CodeFile(Territoire, organisme, a)) : [],
    ];
}
