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
