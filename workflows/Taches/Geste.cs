namespace FranceTravail.Parcours.Workflows.Taches;

/// <summary>One way to act on a task: one button, with its small form.</summary>
public sealed record Geste
{
    public required string Code { get; init; }
    public required string Libelle { get; init; }

    /// <summary>Drawn filled; the others are outlined. At most one a task.</summary>
    public bool Principal { get; init; }

    public IReadOnlyList<Champ> Champs { get; init; } = [];
}
