namespace FranceTravail.Parcours.Engine.Visibility;

/// <summary>Tables and indices of visibility, in the engine's own file.</summary>
internal static class VisibilitySchema
{
    /// <summary>The first thing by which lists are ordered: the close, and open runs before all closed ones.</summary>
    public const string Close = "ifnull(close_time, " + Never + ")";

    /// <summary>Stands for the close time of an open run.</summary>
    public const string Never = "9223372036854775807";

    /// <summary>Texts are in the index of values up to so many characters.</summary>
    public const int LongestValue = 255;

    /// <summary>Brings files of the former schema to this one.</summary>
    /// <remarks>
    /// Times and durations are nanoseconds. <c>attributes</c> holds the typed values of the search attributes for queries,
    /// <c>search_attributes</c> the payloads as they are given back. The order of lists is an index, so that a page needs no sort; behind
    /// the order stands in it what queries ask for most, so that rows which are not asked for are passed over without being read.
    /// The statistics tell SQLite what a file of a million runs looks like, whatever it holds.
    /// </remarks>
    public const string Renew = $"""
        DROP TRIGGER visibility_value_insert; DROP TRIGGER visibility_value_update; DROP TRIGGER visibility_value_delete;
        DROP TRIGGER visibility_count_insert; DROP TRIGGER visibility_count_update; DROP TRIGGER visibility_count_delete;
        DROP TABLE visibility_value;
        DROP TABLE visibility_count;
        DROP INDEX visibility_order; DROP INDEX visibility_workflow; DROP INDEX visibility_type; DROP INDEX visibility_closed;
        ALTER TABLE visibility RENAME TO visibility_before;
        CREATE TABLE visibility (
            id INTEGER PRIMARY KEY,
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
            UNIQUE (namespace, run_id)
        ) STRICT;
        CREATE INDEX visibility_order ON visibility (namespace, {Close} DESC, start_time DESC, run_id, status, workflow_type, task_queue, division);
        CREATE INDEX visibility_workflow ON visibility (namespace, workflow_id);
        CREATE INDEX visibility_type ON visibility (namespace, workflow_type, {Close} DESC, start_time DESC, run_id, status, division);
        CREATE INDEX visibility_status ON visibility (namespace, status, {Close} DESC, start_time DESC, run_id, division) WHERE close_time IS NOT NULL;
        CREATE INDEX visibility_start ON visibility (namespace, start_time, division);
        {Values}
        {Counts}
        INSERT INTO visibility ({Columns}) SELECT {Columns} FROM visibility_before ORDER BY rowid;
        DROP TABLE visibility_before;
        DELETE FROM sqlite_stat1 WHERE tbl LIKE 'visibility%';
        INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
            ('visibility', 'visibility_order', '1000000 1000000 2 1 1 1 1 1 1'),
            ('visibility', 'visibility_workflow', '1000000 1000000 2'),
            ('visibility', 'visibility_type', '1000000 1000000 50000 2 1 1 1 1'),
            ('visibility', 'visibility_status', '500000 500000 200000 2 1 1 1'),
            ('visibility', 'visibility_start', '1000000 1000000 2 2'),
            ('visibility', 'sqlite_autoindex_visibility_1', '1000000 1000000 1');
        ANALYZE sqlite_schema;
        """;

    private const string Columns =
        "namespace, run_id, workflow_id, workflow_type, task_queue, start_time, execution_time, close_time, status, history_length, history_size_bytes, execution_duration, "
        + "state_transition_count, parent_workflow_id, parent_run_id, root_workflow_id, root_run_id, division, memo, search_attributes, attributes";

    /// <remarks>
    /// The values of search attributes in the order of lists, so that those which have one are a part of an index. Runs of other divisions
    /// and the words of texts (they begin with a space) are left out, and of long texts there is the beginning.
    /// </remarks>
    private const string Values = $"""
        CREATE TABLE visibility_value (
            namespace TEXT NOT NULL,
            name TEXT NOT NULL,
            value ANY NOT NULL,
            close INTEGER NOT NULL,
            start INTEGER NOT NULL,
            run_id TEXT NOT NULL,
            id INTEGER NOT NULL,
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
        INSERT OR IGNORE INTO visibility_value (namespace, name, value, close, start, run_id, id)
        SELECT new.namespace, a.key, iif(typeof(v.value) = 'text', substr(v.value, 1, 255), v.value), ifnull(new.close_time, 9223372036854775807), new.start_time, new.run_id, new.id
        FROM json_each(new.attributes) a, json_each(CASE a.type WHEN 'array' THEN a.value ELSE json_array(a.value) END) v
        WHERE new.division IS NULL AND v.value IS NOT NULL AND NOT (typeof(v.value) = 'text' AND v.value LIKE ' %');
        """;

    private const string RemoveValues = """
        DELETE FROM visibility_value WHERE (namespace, name, value, close, start, run_id) IN (
            SELECT old.namespace, a.key, iif(typeof(v.value) = 'text', substr(v.value, 1, 255), v.value), ifnull(old.close_time, 9223372036854775807), old.start_time, old.run_id
            FROM json_each(old.attributes) a, json_each(CASE a.type WHEN 'array' THEN a.value ELSE json_array(a.value) END) v);
        """;

    /// <remarks>How many runs there are of each status: a million are counted at a glance.</remarks>
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
