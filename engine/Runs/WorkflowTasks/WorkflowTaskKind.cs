namespace FranceTravail.Parcours.Engine.Runs.WorkflowTasks;

/// <summary>Whether the scheduled and started events of a task stand in the history before it completes.</summary>
internal enum WorkflowTaskKind
{
    /// <summary>They are written when they happen.</summary>
    Normal,

    /// <summary>A repeated attempt: written only when it completes.</summary>
    Transient,

    /// <summary>Made to deliver an update: written when it completes with something to record, else never.</summary>
    Speculative,
}
