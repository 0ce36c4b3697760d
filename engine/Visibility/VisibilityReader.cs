using System.Collections.Concurrent;
using System.Globalization;
using FranceTravail.Parcours.Engine.Attributes;
using FranceTravail.Parcours.Engine.Visibility.Queries;
using Google.Protobuf;
using Microsoft.Data.Sqlite;
using Temporalio.Api.Enums.V1;

namespace FranceTravail.Parcours.Engine.Visibility;

/// <summary>Answers list and count requests. Safe to call from any thread: each call has a connection of its own.</summary>
/// <param name="open">Opens a read-only connection; some are kept open for the next calls.</param>
/// <param name="registry">The search attributes of the namespaces.</param>
internal sealed class VisibilityReader(Func<SqliteConnection> open, SearchAttributeRegistry registry) : IDisposable
{
    public const int MaximumPageSize = 1000;
    private const string Close = VisibilitySchema.Close;
    private const int MostIdle = 4;
    private const int Few = 20_000;

    // The kept counts, with what a condition on the status looks at.
    private const string Counted =
        $"SELECT runs, status, NULL AS division, iif(status = 1, NULL, 0) AS close_time FROM visibility_count WHERE namespace = @namespace AND runs > 0";

    private readonly ConcurrentBag<SqliteConnection> idle = [];

    /// <summary>Open runs first, by start, then closed ones by close; the newest first. A page size out of range stands for the maximum.</summary>
    /// <exception cref="Refusals.Refusal">The query or the token is refused.</exception>
    public ListPage List(string namespaceName, string query, int pageSize, ByteString pageToken, string scope = "")
    {
        var parsed = Parse(query, scope);
        if (parsed.GroupBy.Count > 0)
        {
            throw QueryFailure.Unsupported("'GROUP BY' clause");
        }

        var size = pageSize is > 0 and < MaximumPageSize ? pageSize : MaximumPageSize;
        var after = PageToken.Read(pageToken);
        return Read(connection =>
        {
            var filter = QueryCompiler.Compile(parsed.Filter, registry.TypesOf(namespaceName));
            using var command = ListCommand(connection, namespaceName, filter, size, after);
            return Page(command, size);
        });
    }

    /// <summary>The command of a page: one row more than asked for, which tells whether there is a next one.</summary>
    internal static SqliteCommand ListCommand(SqliteConnection connection, string namespaceName, VisibilityFilter filter, int size, PageToken? after)
    {
        var command = Command(connection, namespaceName, filter);
        var order = filter.Candidates is { AreInOrder: true } ? (Close: "x.close", Start: "x.start", Run: "x.run_id") : (Close: Close, Start: "v.start_time", Run: "v.run_id");
        command.CommandText = $"SELECT {VisibilityRecord.Columns}, {order.Close} {From(command, filter)}";
        if (after is not null)
        {
            command.CommandText += $" AND {order.Close} <= @close AND ({order.Close} < @close OR {order.Start} < @start OR ({order.Start} = @start AND {order.Run} > @run))";
            command.Parameters.AddWithValue("@close", after.Close);
            command.Parameters.AddWithValue("@start", after.Start);
            command.Parameters.AddWithValue("@run", after.RunId);
        }

        command.CommandText += $" ORDER BY {order.Close} DESC, {order.Start} DESC, {order.Run} LIMIT {(size + 1).ToString(CultureInfo.InvariantCulture)}";
        return command;
    }

    /// <summary>Counts all that match, by ExecutionStatus where the query groups by it.</summary>
    /// <exception cref="Refusals.Refusal">The query is refused.</exception>
    public VisibilityCount Count(string namespaceName, string query, string scope = "")
    {
        var parsed = Parse(query, scope);
        var isGrouped = IsGroupedByStatus(parsed.GroupBy, registry.TypesOf(namespaceName));
        var filter = QueryCompiler.Compile(parsed.Filter, registry.TypesOf(namespaceName));
        return Read(connection =>
        {
            using var command = Command(connection, namespaceName, filter);
            command.CommandText = IsOfStatus(parsed.Filter)
                ? $"SELECT sum(runs), status FROM ({Counted}) WHERE {filter.Sql} GROUP BY status"
                : filter.Candidates is { AreAll: true } all && !isGrouped ? $"SELECT {(all.AreOnce ? "count(*)" : "count(DISTINCT x.id)")}, 0 FROM visibility_value x WHERE x.namespace = @namespace AND {all.Sql}"
                : isGrouped ? $"SELECT count(*), status {From(command, filter)} GROUP BY status"
                : $"SELECT count(*), 0 {From(command, filter)}";
            using var reader = command.ExecuteReader();
            var groups = new List<(WorkflowExecutionStatus Status, long Count)>();
            while (reader.Read())
            {
                groups.Add(((WorkflowExecutionStatus)reader.GetInt32(1), reader.GetInt64(0)));
            }

            return new VisibilityCount(groups.Sum(g => g.Count), isGrouped ? groups : []);
        });
    }

    public void Dispose()
    {
        while (idle.TryTake(out var connection))
        {
            connection.Dispose();
        }
    }

    /// <summary>The query asks for nothing but a status, if for that: the kept counts answer it.</summary>
    private static bool IsOfStatus(QueryNode? filter) => filter is null or QueryNode.Condition { Left: QueryOperand.Column("ExecutionStatus"), Operator: "=" or "!=" or "in" or "not in" };

    private T Read<T>(Func<SqliteConnection, T> read)
    {
        if (!idle.TryTake(out var connection))
        {
            connection = open();
        }

        try
        {
            return read(connection);
        }
        finally
        {
            if (idle.Count < MostIdle)
            {
                idle.Add(connection);
            }
            else
            {
                connection.Dispose();
            }
        }
    }

    /// <summary>A query within a scope: another query, which its text cannot leave.</summary>
    private static ParsedQuery Parse(string query, string scope)
    {
        var (parsed, within) = (QueryParser.Parse(query), QueryParser.Parse(scope));
        return parsed with { Filter = parsed.Filter is null || within.Filter is null ? parsed.Filter ?? within.Filter : new QueryNode.And([within.Filter, parsed.Filter]) };
    }

    private static bool IsGroupedByStatus(IReadOnlyList<string> groupBy, SearchAttributeTypes types) => groupBy switch
    {
        [] => false,
        [var name] => QueryColumn.Resolve(name, types).IsExecutionStatus ? true : throw QueryFailure.Unsupported("'GROUP BY' clause is only supported for ExecutionStatus"),
        _ => throw QueryFailure.Unsupported("'GROUP BY' clause supports only a single field"),
    };

    private static ListPage Page(SqliteCommand command, int size)
    {
        using var reader = command.ExecuteReader();
        var page = new List<Temporalio.Api.Workflow.V1.WorkflowExecutionInfo>();
        var last = default(PageToken);
        while (reader.Read())
        {
            if (page.Count == size)
            {
                return new ListPage(page, last!.Write());
            }

            page.Add(VisibilityRecord.Read(reader));
            last = new PageToken(reader.GetInt64(reader.FieldCount - 1), reader.GetInt64(VisibilityRecord.StartTimeOrdinal), page[^1].Execution.RunId);
        }

        return new ListPage(page, ByteString.Empty);
    }

    /// <summary>Where the runs come from: the index of values where it has few of them, or has them in order; else the order of lists.</summary>
    private static string From(SqliteCommand command, VisibilityFilter filter)
    {
        if (filter.Candidates is { } candidates && (candidates.AreInOrder || AreFew(command, candidates)))
        {
            return candidates.AreInOrder
                ? $"FROM visibility_value x CROSS JOIN visibility v ON v.id = x.id WHERE x.namespace = @namespace AND {candidates.Sql}{filter.BoundsOf("x.close")} AND {filter.Sql}"
                : $"FROM (SELECT DISTINCT x.id AS candidate FROM visibility_value x WHERE x.namespace = @namespace AND {candidates.Sql}) x CROSS JOIN visibility v ON v.id = x.candidate WHERE v.namespace = @namespace{filter.BoundsOf(Close)} AND {filter.Sql}";
        }

        return $"FROM visibility v WHERE v.namespace = @namespace{filter.BoundsOf(Close)}{Closed(filter)} AND {filter.Sql}";
    }

    /// <summary>Says to SQLite what it does not conclude itself, so that it may use the index of closed runs.</summary>
    private static string Closed(VisibilityFilter filter) => filter.Bounds.Contains(VisibilityFilter.AllClosed) ? " AND v.close_time IS NOT NULL" : "";

    /// <summary>More are found soon in the order of lists.</summary>
    private static bool AreFew(SqliteCommand command, VisibilityCandidates candidates)
    {
        command.CommandText = $"SELECT count(*) FROM (SELECT 1 FROM visibility_value x WHERE x.namespace = @namespace AND {candidates.Sql} LIMIT {Few + 1})";
        return Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture) <= Few;
    }

    private static SqliteCommand Command(SqliteConnection connection, string namespaceName, VisibilityFilter filter)
    {
        var command = connection.CreateCommand();
        command.Parameters.AddWithValue("@namespace", namespaceName);
        for (var index = 0; index < filter.Parameters.Count; index++)
        {
            command.Parameters.AddWithValue("@q" + index.ToString(CultureInfo.InvariantCulture), filter.Parameters[index]);
        }

        return command;
    }
}
