using FranceTravail.Parcours.Workflows.Redaction;

namespace FranceTravail.Parcours.Workflows.Taches;

/// <summary>One way to act on a task: one button, with its small form.</summary>
public sealed record Geste
{
    public required string Code { get; init; }
    public required string Libelle { get; init; }

    /// <summary>Drawn filled; the others are outlined. At most one a task.</summary>
    public bool Principal { get; init; }

    /// <summary>It may be done for several persons at once, each of them shown: one act each, by whoever confirms. It has no field.</summary>
    public bool EnLot { get; init; }

    /// <summary>What the act means, where a person must read it before she does it: it then takes a second click. Null where its label says all.</summary>
    public string? Explication
    {
        get;
        init => field = value is null ? null : Francais.Composer(value);
    }

    public IReadOnlyList<Champ> Champs { get; init; } = [];
}
