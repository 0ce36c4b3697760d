using System.Globalization;
using FranceTravail.Parcours.Engine.Visibility.Attributes;
using FranceTravail.Parcours.Engine.Visibility.Queries;
using Google.Protobuf;
using Microsoft.Data.Sqlite;
using Temporalio.Api.Enums.V1;

namespace FranceTravail.Parcours.Engine.Visibility;

/// <summary>Answers list and count requests. Safe to call from any thread: each call has a connection of its own.</summary>
/// <param name="open">Opens a read-only connection, which the reader closes; pooled ones make this cheap.</param>
/// <param name="registry">The search attributes of the namespaces.</param>
internal sealed class VisibilityReader(Func<SqliteConnection> open, SearchAttributeRegistry registry)
{
    public const int MaximumPageSize = 1000;
    private const string Close = VisibilitySchema.Close;

    /// <summary>Open runs first, by start, then closed ones by close; the newest first. A page size out of range stands for the maximum.</summary>
    /// <exception cref="Protocol.ServiceException">The query or the token is refused.</exception>
    public ListPage List(string namespaceName, string query, int pageSize, ByteString pageToken, string scope = "")
    {
        var parsed = Parse(query, scope);
        if (parsed.GroupBy.Count > 0)
        {
            throw QueryFailure.Unsupported("'GROUP BY' clause");
        }

        var size = pageSize is > 0 and < MaximumPageSize ? pageSize : MaximumPageSize;
        var after = PageToken.Read(pageToken);
        using var connection = open();
        using var command = Command(connection, namespaceName, parsed);
        command.CommandText = $"SELECT {VisibilityRecord.Columns}, {Close} {command.CommandText}";
        if (after is not null)
        {
            command.CommandText += $" AND {Close} <= @close AND ({Close} < @close OR start_time < @start OR (start_time = @start AND run_id > @run))";
            command.Parameters.AddWithValue("@close", after.Close);
            command.Parameters.AddWithValue("@start", after.Start);
            command.Parameters.AddWithValue("@run", after.RunId);
        }

        // One row more than asked for tells whether there is a next page.
        command.CommandText += $" ORDER BY {Close} DESC, start_time DESC, run_id LIMIT {(size + 1).ToString(CultureInfo.InvariantCulture)}";
        return Page(command, size);
    }

    /// <summary>Counts all that match, by ExecutionStatus where the query groups by it.</summary>
    /// <exception cref="Protocol.ServiceException">The query is refused.</exception>
    public VisibilityCount Count(string namespaceName, string query, string scope = "")
    {
        var parsed = Parse(query, scope);
        var isGrouped = IsGroupedByStatus(parsed.GroupBy, registry.TypesOf(namespaceName));
        using var connection = open();
        using var command = Command(connection, namespaceName, parsed);
        command.CommandText = isGrouped ? $"SELECT count(*), status {command.CommandText} GROUP BY status" : $"SELECT count(*) {command.CommandText}";
        using var reader = command.ExecuteReader();
        var groups = new List<(WorkflowExecutionStatus Status, long Count)>();
        var total = 0L;
        while (reader.Read())
        {
            total += reader.GetInt64(0);
            if (isGrouped)
            {
                groups.Add(((WorkflowExecutionStatus)reader.GetInt32(1), reader.GetInt64(0)));
            }
        }

        return new VisibilityCount(total, groups);
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

    // The command's text begins at FROM.
    private SqliteCommand Command(SqliteConnection connection, string namespaceName, ParsedQuery query)
    {
        var filter = QueryCompiler.Compile(query.Filter, registry.TypesOf(namespaceName));
        var command = connection.CreateCommand();
        command.CommandText = $"FROM visibility WHERE namespace = @namespace AND {filter.Sql}";
        command.Parameters.AddWithValue("@namespace", namespaceName);
        for (var index = 0; index < filter.Parameters.Count; index++)
        {
            command.Parameters.AddWithValue("@q" + index.ToString(CultureInfo.InvariantCulture), filter.Parameters[index]);
        }

        return command;
    }
}
