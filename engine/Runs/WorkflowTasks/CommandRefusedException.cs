using Temporalio.Api.Enums.V1;

namespace FranceTravail.Parcours.Engine.Runs.WorkflowTasks;

/// <summary>A command that cannot be carried out: the workflow task fails with this cause, and nothing of its completion is kept.</summary>
internal sealed class CommandRefusedException(WorkflowTaskFailedCause cause, string? text, bool terminates = false)
    : Exception(text is null ? cause.ToString() : $"{cause}: {text}")
{
    public WorkflowTaskFailedCause Cause => cause;

    /// <summary>Why, without the cause; null when the cause says it all.</summary>
    public string? Text => text;

    /// <summary>The run is terminated as well: what it tried to write is too large ever to be written.</summary>
    public bool Terminates => terminates;
}
