namespace FranceTravail.Parcours.Engine.Runs.Updates;

/// <summary>An update of a run.</summary>
internal sealed record Update : IWeighed
{
    public required string Id { get; init; }

    public required UpdateStage Stage { get; init; }

    /// <summary>Order of admission.</summary>
    public required long Sequence { get; init; }

    /// <summary>The request, until it is answered.</summary>
    public Temporalio.Api.Update.V1.Request? Request { get; init; }

    /// <summary>Id of its event when it was brought over by a reset; 0 otherwise.</summary>
    public long AdmittedEventId { get; init; }

    public long AcceptedEventId { get; init; }

    public long CompletedEventId { get; init; }

    public int Weight => Request?.CalculateSize() ?? 0;
}
