namespace FranceTravail.Parcours.Engine.Visibility;

/// <summary>Visibility as files of version 10 have it; what is written now is <see cref="VisibilitySchema"/>. It is not changed any more.</summary>
internal static class FormerVisibilitySchema
{
    private const string Close = "ifnull(close_time, 9223372036854775807)";

    /// <summary>Creates everything; run once, by the engine's schema step.</summary>
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
        CREATE INDEX visibility_type ON visibility (namespace, workflow_type, {Close} DESC, start_time DESC, run_id);
        CREATE INDEX visibility_closed ON visibility (namespace, status, close_time DESC, start_time DESC, run_id) WHERE close_time IS NOT NULL;
        CREATE TABLE search_attribute (
            namespace TEXT NOT NULL,
            name TEXT NOT NULL,
            type INTEGER NOT NULL,
            PRIMARY KEY (namespace, name)
        ) STRICT, WITHOUT ROWID;
        {Values}
        {Counts}
        ANALYZE visibility;
        DELETE FROM sqlite_stat1 WHERE tbl = 'visibility';
        INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
            ('visibility', 'visibility_order', '1000000 1000000 2 1 1'),
            ('visibility', 'visibility_workflow', '1000000 1000000 2'),
            ('visibility', 'visibility_type', '1000000 1000000 50000 2 1 1'),
            ('visibility', 'visibility_closed', '1000000 1000000 200000 2 1 1'),
            ('visibility', 'sqlite_autoindex_visibility_1', '1000000 1000000 1');
        ANALYZE sqlite_schema;
        """;

    private const string Values = $"""
        CREATE TABLE visibility_value (
            namespace TEXT NOT NULL,
            name TEXT NOT NULL,
            value ANY NOT NULL,
            close INTEGER NOT NULL,
            start INTEGER NOT NULL,
            run_id TEXT NOT NULL,
            PRIMARY KEY (namespace, name, value, close DESC, start DESC, run_id)
        ) STRICT, WITHOUT ROWID;
        CREATE TRIGGER visibility_value_insert AFTER INSERT ON visibility WHEN new.attributes IS NOT NULL AND new.division IS NULL BEGIN
            {AddValues}
        END;
        CREATE TRIGGER visibility_value_update AFTER UPDATE OF namespace, attributes, close_time, division ON visibility
        WHEN old.attributes IS NOT new.attributes OR old.close_time IS NOT new.close_time OR old.namespace IS NOT new.namespace OR old.division IS NOT new.division BEGIN
            {RemoveValues}
            {AddValues}
        END;
        CREATE TRIGGER visibility_value_delete AFTER DELETE ON visibility WHEN old.attributes IS NOT NULL BEGIN
            {RemoveValues}
        END;
        """;

    private const string AddValues = """
        INSERT OR IGNORE INTO visibility_value (namespace, name, value, close, start, run_id)
        SELECT new.namespace, a.key, v.value, ifnull(new.close_time, 9223372036854775807), new.start_time, new.run_id
        FROM json_each(new.attributes) a, json_each(CASE a.type WHEN 'array' THEN a.value ELSE json_array(a.value) END) v
        WHERE new.division IS NULL AND v.value IS NOT NULL AND NOT (typeof(v.value) = 'text' AND (length(v.value) > 255 OR v.value LIKE ' %'));
        """;

    private const string RemoveValues = """
        DELETE FROM visibility_value WHERE (namespace, name, value, close, start, run_id) IN (
            SELECT old.namespace, a.key, v.value, ifnull(old.close_time, 9223372036854775807), old.start_time, old.run_id
            FROM json_each(old.attributes) a, json_each(CASE a.type WHEN 'array' THEN a.value ELSE json_array(a.value) END) v);
        """;

    private const string Counts = """
        CREATE TABLE visibility_count (namespace TEXT NOT NULL, status INTEGER NOT NULL, runs INTEGER NOT NULL, PRIMARY KEY (namespace, status)) STRICT, WITHOUT ROWID;
        CREATE TRIGGER visibility_count_insert AFTER INSERT ON visibility WHEN new.division IS NULL BEGIN
            INSERT INTO visibility_count VALUES (new.namespace, new.status, 1) ON CONFLICT DO UPDATE SET runs = runs + 1;
        END;
        CREATE TRIGGER visibility_count_update AFTER UPDATE OF namespace, status, division ON visibility
        WHEN old.status IS NOT new.status OR old.namespace IS NOT new.namespace OR old.division IS NOT new.division BEGIN
            UPDATE visibility_count SET runs = runs - 1 WHERE namespace = old.namespace AND status = old.status AND old.division IS NULL;
            INSERT INTO visibility_count SELECT new.namespace, new.status, 1 WHERE new.division IS NULL ON CONFLICT DO UPDATE SET runs = runs + 1;
        END;
        CREATE TRIGGER visibility_count_delete AFTER DELETE ON visibility WHEN old.division IS NULL BEGIN
            UPDATE visibility_count SET runs = runs - 1 WHERE namespace = old.namespace AND status = old.status;
        END;
        """;
}
