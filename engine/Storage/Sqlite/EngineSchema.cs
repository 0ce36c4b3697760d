using FranceTravail.Parcours.Engine.Visibility;

namespace FranceTravail.Parcours.Engine.Storage.Sqlite;

/// <summary>Tables of the engine's file. A change raises the version and adds a step.</summary>
internal static class EngineSchema
{
    /// <summary>Version of a file before the first step. Files of lower versions were of experiments, and are not read.</summary>
    public const int First = 9;

    /// <summary>Each step brings a file from one version to the next.</summary>
    public static readonly IReadOnlyList<string> Steps = [Runs + FormerVisibilitySchema.Create + BatchSchema.Create + TaskQueues, VisibilitySchema.Renew];

    /// <summary>Version of a file that this engine writes.</summary>
    public static int Last => First + Steps.Count;

    /// <remarks>
    /// <c>run.deadline</c> is the earliest of all that the run waits for, in ticks; <c>run.busy</c> says that it has a task.
    /// <c>item</c> holds what a run has many of, one row each: written when it changes, and not with each change of the run.
    /// <c>history.id</c> is the run's number times 2^20 plus the id of the batch's first event: one tree, a run's batches side by side.
    /// <c>sum</c> is a check of the row; that of a batch rests on <c>before</c>, the one of the batch before, and <c>run.chain</c> is that of the last one.
    /// </remarks>
    private const string Runs = """
        CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
        CREATE TABLE namespace (name TEXT PRIMARY KEY, id TEXT NOT NULL UNIQUE, description BLOB NOT NULL) STRICT;
        CREATE TABLE run (
            id INTEGER PRIMARY KEY,
            namespace TEXT NOT NULL,
            workflow_id TEXT NOT NULL,
            run_id TEXT NOT NULL UNIQUE,
            start BLOB NOT NULL,
            state BLOB NOT NULL,
            deadline INTEGER,
            busy INTEGER NOT NULL,
            chain INTEGER NOT NULL,
            items INTEGER NOT NULL,
            sum INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX run_workflow ON run (namespace, workflow_id, id);
        CREATE INDEX run_deadline ON run (deadline) WHERE deadline IS NOT NULL;
        CREATE INDEX run_busy ON run (id) WHERE busy = 1;
        CREATE TABLE item (run INTEGER NOT NULL, kind INTEGER NOT NULL, key ANY NOT NULL, value BLOB NOT NULL, sum INTEGER NOT NULL, PRIMARY KEY (run, kind, key)) STRICT, WITHOUT ROWID;
        CREATE TABLE history (id INTEGER PRIMARY KEY, last_event INTEGER NOT NULL, batch BLOB NOT NULL, before INTEGER NOT NULL, sum INTEGER NOT NULL) STRICT;
        """;

    private const string TaskQueues = """
        CREATE TABLE task_queue (
            namespace TEXT NOT NULL,
            kind INTEGER NOT NULL,
            name TEXT NOT NULL,
            config BLOB NOT NULL,
            PRIMARY KEY (namespace, kind, name)
        ) STRICT, WITHOUT ROWID;
        """;
}
