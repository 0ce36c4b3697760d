namespace FranceTravail.Parcours.Workflows.Modele;

/// <summary>A kind of thread that a template lets run beside the accompaniment.</summary>
public sealed record FilModele
{
    /// <summary>Stable: <c>diagnostic-conjoint</c>. Letters, digits and hyphens.</summary>
    public required string Id { get; init; }

    public required string Titre { get; init; }

    /// <summary>Id of its first node.</summary>
    public required string Entree { get; init; }

    /// <summary>What a step announces to start it (<c>contrat.signe</c>); null when only a human act does.</summary>
    public string? Annonce { get; init; }

    /// <summary>Roles whose act may start it: names of <see cref="Parcours.RoleActeur"/>.</summary>
    public IReadOnlyList<string> Ouvreurs { get; init; } = [];

    /// <summary>Nodes of the principal thread from which it may start; empty for all.</summary>
    public IReadOnlyList<string> Depuis { get; init; } = [];

    /// <summary>How many of this kind may be open at once, 1 to 20.</summary>
    public int Max { get; init; } = 1;

    /// <summary>Ends with the accompaniment. One that does not keeps its journey open until it has ended.</summary>
    public bool FinitAvecLAccompagnement { get; init; }

    /// <summary>Lasts months and must be provable by itself: a workflow of its own, with its own stream.</summary>
    public bool Separe { get; init; }
}
