namespace FranceTravail.Parcours.Engine.Storage.Sqlite;

/// <summary>Tables of the batch jobs.</summary>
internal static class BatchSchema
{
    public const string Create = """
        CREATE TABLE batch (
            run_id TEXT PRIMARY KEY,
            request_id TEXT NOT NULL,
            request BLOB NOT NULL,
            start_time INTEGER NOT NULL,
            close_time INTEGER,
            state INTEGER NOT NULL,
            total INTEGER NOT NULL,
            completed INTEGER NOT NULL,
            failed INTEGER NOT NULL
        ) STRICT;
        CREATE TABLE batch_target (
            run_id TEXT NOT NULL,
            position INTEGER NOT NULL,
            workflow_id TEXT NOT NULL,
            target_run_id TEXT NOT NULL,
            PRIMARY KEY (run_id, position)
        ) STRICT, WITHOUT ROWID;
        """;
}
