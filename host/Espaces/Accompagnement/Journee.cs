using FranceTravail.Parcours.Host.Espaces.Commun;

namespace FranceTravail.Parcours.Host.Espaces.Accompagnement;

/// <summary>The morning of a counsellor: what waits, who comes today, and what is about to go wrong.</summary>
internal sealed record Journee
{
    public required IReadOnlyList<GroupeBoite> Groupes { get; init; }

    /// <summary>What was written behind the rows.</summary>
    public required Paroles Paroles { get; init; }

    public required IReadOnlyList<RendezVousDuJour> RendezVous { get; init; }

    /// <summary>Whether the counsellor follows anybody yet.</summary>
    public required bool SuitQuelquUn { get; init; }

    public required PremiersRendezVous Premiers { get; init; }

    public required Silences Silences { get; init; }
}
