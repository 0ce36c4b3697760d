namespace FranceTravail.Parcours.Workflows.Parcours;

/// <summary>The answer to an accepted act. Its effects are already in the case store.</summary>
public sealed record ResultatActe
{
    /// <summary>What was done, a French sentence for the one who acted.</summary>
    public required string Message { get; init; }

    /// <summary>Sequence of the projection that holds the effects.</summary>
    public required long Projection { get; init; }
}
