namespace FranceTravail.Parcours.Engine.Visibility;

/// <summary>Tables and indices of visibility, in the engine's own file.</summary>
internal static class VisibilitySchema
{
    /// <summary>The first thing by which lists are ordered: the close, and open runs before all closed ones.</summary>
    public const string Close = "ifnull(close_time, " + Never + ")";

    /// <summary>Stands for the close time of an open run.</summary>
    public const string Never = "9223372036854775807";

    /// <summary>Creates everything; run once, by the engine's schema step.</summary>
    /// <remarks>
    /// Times and durations are nanoseconds. <c>attributes</c> holds the typed values of the search attributes for queries,
    /// <c>search_attributes</c> the payloads as they are given back. The order of lists is an index, so that a page needs no sort;
    /// the statistics tell SQLite to prefer, over that order, the index of a workflow id that a query names.
    /// </remarks>
    public const string Create = $"""
        CREATE TABLE visibility (
            namespace TEXT NOT NULL,
            run_id TEXT NOT NULL,
            workflow_id TEXT NOT NULL,
            workflow_type TEXT NOT NULL,
            task_queue TEXT NOT NULL,
            start_time INTEGER NOT NULL,
            execution_time INTEGER NOT NULL,
            close_time INTEGER,
            status INTEGER NOT NULL,
            history_length INTEGER,
            history_size_bytes INTEGER,
            execution_duration INTEGER,
            state_transition_count INTEGER,
            parent_workflow_id TEXT,
            parent_run_id TEXT,
            root_workflow_id TEXT NOT NULL,
            root_run_id TEXT NOT NULL,
            division TEXT,
            memo BLOB,
            search_attributes BLOB,
            attributes TEXT,
            PRIMARY KEY (namespace, run_id)
        ) STRICT;
        CREATE INDEX visibility_order ON visibility (namespace, {Close} DESC, start_time DESC, run_id);
        CREATE INDEX visibility_workflow ON visibility (namespace, workflow_id);
        CREATE TABLE search_attribute (
            namespace TEXT NOT NULL,
            name TEXT NOT NULL,
            type INTEGER NOT NULL,
            PRIMARY KEY (namespace, name)
        ) STRICT, WITHOUT ROWID;
        ANALYZE visibility;
        DELETE FROM sqlite_stat1 WHERE tbl = 'visibility';
        INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
            ('visibility', 'visibility_order', '1000000 1000000 2 1 1'),
            ('visibility', 'visibility_workflow', '1000000 1000000 2'),
            ('visibility', 'sqlite_autoindex_visibility_1', '1000000 1000000 1');
        ANALYZE sqlite_schema;
        """;
}
