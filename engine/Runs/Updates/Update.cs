namespace FranceTravail.Parcours.Engine.Runs.Updates;

internal enum UpdateStage
{
    /// <summary>Received, not yet sent to a worker.</summary>
    Admitted,

    /// <summary>Sent with a workflow task, not yet answered.</summary>
    Sent,

    Accepted,

    Completed,
}

/// <summary>An update of a run.</summary>
internal sealed record Update
{
    public required string Id { get; init; }

    public required UpdateStage Stage { get; init; }

    /// <summary>Order of admission.</summary>
    public required long Sequence { get; init; }

    /// <summary>The request, until it is answered.</summary>
    public Temporalio.Api.Update.V1.Request? Request { get; init; }

    public long AcceptedEventId { get; init; }

    public long CompletedEventId { get; init; }
}
